using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;
using PolicyBot.Adapters.Audit;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.Papers;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Adapters.Storage;
using PolicyBot.Bot.Dialogs;
using PolicyBot.Bot.Language;
using PolicyBot.Knowledge.Answers;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Knowledge.Policies.Facts;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Tests.Support;

/// <summary>The bot with the real guides, policies, places and word lists, in a conversation with one person.</summary>
internal sealed class Conversation
{
    private readonly TestAdapter adapter = new(TestAdapter.CreateConversation("conversation", "person"));
    private readonly ServiceProvider services;
    private readonly IStorage storage;

    /// <param name="storage">Given when the conversation goes on in another process.</param>
    /// <param name="configure">Replaces parts before the bot is built.</param>
    public Conversation(IStorage? storage = null, Action<IServiceCollection>? configure = null)
    {
        this.storage = storage ?? new MemoryStorage();
        Desk = new RecordingDesk(Clock);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Agency:Hotline"] = "12393", ["Agency:HotlineName"] = "医保服务热线",
                ["Agency:WorkInjuryHotline"] = "12333", ["Agency:WorkInjuryHotlineName"] = "人社服务热线",
            }).Build();
        var collection = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(this.storage)
            .AddSingleton(RealKnowledge.Guides).AddSingleton(RealKnowledge.Places).AddSingleton(RealKnowledge.Policies)
            .AddSingleton<IDeterminer>(RealKnowledge.Determiner)
            .AddSingleton(Parser).AddSingleton(Utterances).AddSingleton(Aspects)
            .AddSingleton<IAnswerer>(Answerer)
            .AddSingleton<IFilingDesk>(Desk)
            .AddSingleton<IUploadStore, MemoryUploads>()
            .AddSingleton<IUnansweredQuestions>(Unanswered)
            .AddSingleton<IPreparedPapers>(Papers)
            .AddSingleton<IAuditLog>(Audit).AddSingleton<IPersonalDataEraser>(Eraser)
            .AddOptions()
            .AddConversation(configuration);
        configure?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public ManualClock Clock { get; } = new(Some.Morning);

    public RecordingDesk Desk { get; }

    public MemoryUnanswered Unanswered { get; } = new();

    public MemoryPapers Papers { get; } = new();

    public MemoryAudit Audit { get; } = new();

    public RecordingEraser Eraser { get; } = new();

    public IServiceProvider Services => services;

    private static PlaceParser Parser { get; } = new(RealKnowledge.Places);

    private static FactReader Facts { get; } = FactReader.Load(Repository.Path("knowledge", "policies", "phrases.zh-CN.yaml"));

    private static UtteranceReader Utterances { get; } =
        UtteranceReader.Load(Repository.Path("bot", "Language", "intents.zh-CN.yaml"), Facts);

    private static AspectReader Aspects { get; } = AspectReader.Load(Repository.Path("bot", "Language", "intents.zh-CN.yaml"));

    private static Answerer Answerer { get; } = MakeAnswerer();

    /// <summary>The same person, after the process was started again.</summary>
    public Conversation Restarted() => new(storage);

    public Task<IReadOnlyList<Activity>> SayAsync(string text) => SendAsync(Message(text));

    /// <summary>Sends photos that the channel has kept under these ids.</summary>
    public Task<IReadOnlyList<Activity>> UploadAsync(params string[] ids)
    {
        var message = Message(string.Empty);
        message.Attachments = [.. ids.Select(id => new Attachment("image/jpeg", $"/v3/directline/conversations/conversation/uploads/{id}"))];
        return SendAsync(message);
    }

    /// <summary>Sends a file that the channel has refused.</summary>
    public Task<IReadOnlyList<Activity>> UploadRefusedAsync(string name, UploadRefusal reason)
    {
        var message = Message(string.Empty);
        message.ChannelData = new JObject { ["refusedUploads"] = new JArray(new JObject { ["name"] = name, ["reason"] = reason.ToString() }) };
        return SendAsync(message);
    }

    public async Task<IReadOnlyList<Activity>> SendAsync(Activity activity)
    {
        var bot = services.GetRequiredService<IBot>();
        await adapter.ProcessActivityAsync(activity, bot.OnTurnAsync);
        var replies = adapter.ActiveQueue.ToList();
        adapter.ActiveQueue.Clear();
        return replies;
    }

    public Activity Message(string text) => adapter.MakeActivity(text);

    /// <summary>What is stored of the conversation.</summary>
    public async Task<string> StoredAsync()
    {
        var items = await storage.ReadAsync(["test/conversations/conversation"], default);
        return JToken.FromObject(items).ToString();
    }

    private static Answerer MakeAnswerer()
    {
        var folder = Repository.Path("knowledge", "guides");
        var terms = DomainTerms.Load(folder);
        var asked = AskedWordings.Load(folder, RealKnowledge.Guides, terms);
        return new Answerer(
            RealKnowledge.Guides,
            GuideIndex.Build(RealKnowledge.Guides, terms),
            terms,
            NearQuestions.Load(folder, RealKnowledge.Guides, terms),
            RealKnowledge.Places,
            Facts,
            RealKnowledge.Determiner,
            asked,
            AnswerUnits.Load(folder, RealKnowledge.Guides, terms, Facts, asked));
    }
}
