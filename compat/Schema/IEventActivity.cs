#nullable disable

namespace Microsoft.Bot.Schema;

/// <summary>Something that a program, not a person, tells.</summary>
public interface IEventActivity : IActivity
{
    string Name { get; set; }

    object Value { get; set; }

    ConversationReference RelatesTo { get; set; }
}
