using System.CommandLine;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using PolicyBot.Adapters.Papers;

namespace PolicyBot.Bot.Commands;

/// <summary><c>policybot chat</c>: the conversation in the terminal, a line a message, until the end of the input.</summary>
internal static class ChatCommand
{
    public static Command Create()
    {
        var command = new Command("chat", "在终端里对话，空输入结束（Ctrl+D）");
        command.SetAction((result, cancellationToken) => ChatAsync(result.GetValue(CommandLine.Json), cancellationToken));
        return command;
    }

    private static async Task<int> ChatAsync(bool json, CancellationToken cancellationToken)
    {
        // The whole host runs, on a free port, because filings go through the filing API over HTTP here as everywhere.
        await using var app = BotHost.Build(["--urls", "http://127.0.0.1:0"]);
        await app.StartAsync(cancellationToken);
        var bot = app.Services.GetRequiredService<IBot>();
        var person = new ChannelAccount($"console_{Guid.NewGuid():N}", "我");
        var papers = app.Services.GetRequiredService<PaperLinks>();
        var adapter = new ConsoleAdapter(activity =>
        {
            activity.Text = activity.Text is { } text ? papers.Open(text, person.Id, person.Id, app.Urls.First()) : null;
            Write(activity, json);
        });
        var conversation = new ConversationAccount(id: person.Id);

        await adapter.RunAsync(Activity(ActivityTypes.ConversationUpdate, null), bot, cancellationToken);
        while (await Console.In.ReadLineAsync(cancellationToken) is { } line)
        {
            await adapter.RunAsync(Activity(ActivityTypes.Message, line), bot, cancellationToken);
        }

        await app.StopAsync(cancellationToken);
        return 0;

        Activity Activity(string type, string? text) => new()
        {
            Type = type,
            Id = Guid.NewGuid().ToString("N"),
            ChannelId = "console",
            Conversation = conversation,
            From = person,
            Recipient = new ChannelAccount("policybot", "异地就医备案助手"),
            MembersAdded = type == ActivityTypes.ConversationUpdate ? [person] : null,
            Text = text,
            Locale = "zh-CN",
        };
    }

    private static void Write(Activity activity, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonConvert.SerializeObject(activity, new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore }));
        }
        else if (activity.Type == ActivityTypes.Message)
        {
            Console.WriteLine(activity.Text);
            if (activity.SuggestedActions?.Actions is { Count: > 0 } actions)
            {
                Console.WriteLine(string.Join(" ", actions.Select(action => $"[{action.Title}]")));
            }

            Console.WriteLine();
        }
    }
}
