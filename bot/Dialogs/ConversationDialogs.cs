using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace PolicyBot.Bot.Dialogs;

/// <summary>The dialogs that can be on the stack.</summary>
internal sealed class ConversationDialogs
{
    public ConversationDialogs(
        ConversationState conversations, InterviewDialog interview, AnswerDialog answer, StatusDialog status, EraseDialog erase,
        WithdrawDialog withdraw) =>
        Set = new DialogSet(conversations.CreateProperty<DialogState>("dialogs")).Add(interview).Add(answer).Add(status).Add(erase).Add(withdraw);

    public DialogSet Set { get; }
}
