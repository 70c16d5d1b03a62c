using System.Text.Json;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.Hotline;
using PolicyBot.Bot.Dialogs;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Commands;

/// <summary>What the commands share: the knowledge without a host, JSON as the API writes it, places by name or code.</summary>
internal sealed class CommandServices : IDisposable
{
    private readonly ServiceProvider provider;

    public CommandServices()
    {
        var root = ContentRoot.Find();
        var configuration = new ConfigurationBuilder().SetBasePath(root).AddJsonFile("appsettings.json").AddEnvironmentVariables().Build();
        provider = new ServiceCollection()
            .AddKnowledge(configuration, root)
            .AddSingleton(AgencyOptions.From(configuration))
            .BuildServiceProvider();
    }

    public static JsonSerializerOptions Json { get; } = MakeJson();

    public static DateOnly Today => TimeProvider.System.Today();

    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    /// <summary>The code of a place given by code or by name.</summary>
    /// <exception cref="CommandException">There is none, or more than one.</exception>
    public string? Place(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var places = Get<PlaceCatalog>();
        if (places.Find(text) is { } known)
        {
            return known.Code;
        }

        return Get<PlaceParser>().Parse(text, expectPlace: true) switch
        {
            [{ Candidates: [var only] }] => only.Code,
            [{ Candidates: var several }] => throw new CommandException(
                $"“{text}”有好几个，请写代码：{string.Join("，", several.Select(place => $"{place.Code} {places.FullName(place.Code)}"))}"),
            _ => throw new CommandException($"没有查到“{text}”这个地方。"),
        };
    }

    /// <summary>Runs a command; a fault of the caller's or of an editor's file is told in one line, with exit code 2.</summary>
    public static int Run(Func<CommandServices, int> command)
    {
        using var services = new CommandServices();
        try
        {
            return command(services);
        }
        catch (Exception e) when (e is CommandException or GuideFormatException or PolicyFormatException)
        {
            Console.Error.WriteLine(e.Message);
            return 2;
        }
    }

    public static void WriteJson<T>(T value) => Console.WriteLine(JsonSerializer.Serialize(value, Json));

    public void Dispose() => provider.Dispose();

    private static JsonSerializerOptions MakeJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true };
        LookUpApi.ConfigureJson(options);
        return options;
    }
}
