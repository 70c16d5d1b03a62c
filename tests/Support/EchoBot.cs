using System.Collections.Concurrent;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using PolicyBot.Adapters.WebChat;

namespace PolicyBot.Tests.Support;

/// <summary>Stands in for the bot: repeats what it is told, and does on request what bots do.</summary>
internal sealed class EchoBot : ActivityHandler
{
    public const string Greeting = "您好！我是**异地就医备案助手**。请告诉我：在哪里参保？要去哪里看病？";

    /// <summary>The texts in the order in which their turns ran.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    /// <summary>What 慢 waits for.</summary>
    public TaskCompletionSource Patience { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Set when 慢 has begun to wait.</summary>
    public TaskCompletionSource Waiting { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Turns that ran at the same moment, at most.</summary>
    public int MostAtOnce { get; private set; }

    private int running;

    protected override async Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        await turnContext.SendActivityAsync(MessageFactory.Text(Greeting), cancellationToken);

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref running));
        try
        {
            Heard.Enqueue(turnContext.Activity.Text);
            await AnswerAsync(turnContext, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    private async Task AnswerAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        switch (turnContext.Activity.Text)
        {
            case "出错":
                throw new InvalidOperationException("320509195603082121");
            case "慢":
                Waiting.TrySetResult();
                await Patience.Task.WaitAsync(cancellationToken);
                await turnContext.SendActivityAsync(MessageFactory.Text("久等了"), cancellationToken);
                break;
            case "输入":
                await turnContext.SendActivityAsync(MessageFactory.Text("正在查指南"), cancellationToken: cancellationToken);
                await turnContext.SendActivityAsync(new Activity(ActivityTypes.Typing), cancellationToken);
                await turnContext.SendActivityAsync(MessageFactory.Text("查到了"), cancellationToken: cancellationToken);
                break;
            case "选择":
                await turnContext.SendActivityAsync(MessageFactory.SuggestedActions(Choices, "您去外地的原因是什么？", null, null, null), cancellationToken);
                break;
            default:
                await EchoAsync(turnContext, cancellationToken);
                break;
        }
    }

    private static readonly string[] Choices = ["退休后到外地定居", "在外地长期居住（住在子女家、租房、买房等，6个月以上）", "单位派到外地工作", "医院开了转诊证明", "突发急病抢救", "其他临时外出", "为什么要问"];

    private static async Task EchoAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        foreach (var refused in RefusedUpload.Of(turnContext.Activity))
        {
            await turnContext.SendActivityAsync(MessageFactory.Text($"没收下：{refused.Name}（{refused.Reason}）"), cancellationToken);
        }

        foreach (var attachment in turnContext.Activity.Attachments)
        {
            await turnContext.SendActivityAsync(MessageFactory.Text($"收到：{attachment.Name}（{UploadReference.Read(attachment)}）"), cancellationToken);
        }

        if (turnContext.Activity.Text is { } text)
        {
            await turnContext.SendActivityAsync(MessageFactory.Text($"听到：{text}"), cancellationToken);
        }
    }
}
