#nullable disable

namespace Microsoft.Bot.Schema;

/// <summary>A reaction was set or taken back.</summary>
public interface IMessageReactionActivity : IActivity
{
    IList<MessageReaction> ReactionsAdded { get; set; }

    IList<MessageReaction> ReactionsRemoved { get; set; }
}
