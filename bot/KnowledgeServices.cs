using PolicyBot.Bot.Dialogs;
using PolicyBot.Bot.Language;
using PolicyBot.Knowledge.Answers;
using PolicyBot.Knowledge.Calendars;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Knowledge.Policies.Facts;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Bot;

/// <summary>The guides, places and policies, loaded and checked at the start: a host with a broken policy does not come up.</summary>
internal static class KnowledgeServices
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var folder = Path.Combine(contentRoot, "knowledge");
        var buildIndex = GuideIndexes.Named(configuration["Search:Index"] ?? GuideIndexes.BuiltIn);
        services.AddSingleton(_ => PlaceCatalog.Load(Path.Combine(folder, "places")));
        services.AddSingleton<PlaceParser>();
        services.AddSingleton(_ => WorkCalendar.Load(Path.Combine(folder, "calendar")));
        services.AddSingleton(_ => GuideLibrary.Load(Path.Combine(folder, "guides")));
        services.AddSingleton(provider => PolicyLibrary.Load(
            Path.Combine(folder, "policies"), provider.GetRequiredService<GuideLibrary>(), provider.GetRequiredService<PlaceCatalog>()));
        services.AddSingleton(provider => provider.GetRequiredService<PolicyLibrary>().Facts);
        services.AddSingleton<IFactReader>(_ => FactReader.Load(Path.Combine(folder, "policies", "phrases.zh-CN.yaml")));
        services.AddSingleton<IDeterminer>(provider => new Determiner(
            provider.GetRequiredService<PolicyLibrary>(), provider.GetRequiredService<PlaceCatalog>(),
            Hotlines(provider.GetRequiredService<AgencyOptions>())));
        services.AddSingleton(_ => DomainTerms.Load(Path.Combine(folder, "guides")));
        services.AddSingleton(provider => buildIndex(provider.GetRequiredService<GuideLibrary>(), provider.GetRequiredService<DomainTerms>()));
        services.AddSingleton(provider => NearQuestions.Load(
            Path.Combine(folder, "guides"), provider.GetRequiredService<GuideLibrary>(), provider.GetRequiredService<DomainTerms>()));
        services.AddSingleton(provider => AskedWordings.Load(
            Path.Combine(folder, "guides"), provider.GetRequiredService<GuideLibrary>(), provider.GetRequiredService<DomainTerms>()));
        services.AddSingleton(provider => AnswerUnits.Load(
            Path.Combine(folder, "guides"), provider.GetRequiredService<GuideLibrary>(), provider.GetRequiredService<DomainTerms>(),
            provider.GetRequiredService<IFactReader>(), provider.GetRequiredService<AskedWordings>()));
        services.AddSingleton<IAnswerer, Answerer>();
        services.AddSingleton(provider => UtteranceReader.Load(
            Path.Combine(AppContext.BaseDirectory, "Language", "intents.zh-CN.yaml"), provider.GetRequiredService<IFactReader>()));
        services.AddSingleton(_ => AspectReader.Load(Path.Combine(AppContext.BaseDirectory, "Language", "intents.zh-CN.yaml")));
        return services;
    }

    /// <summary>The agency's own hotline: a setting of who runs the bot, no guide's word.</summary>
    private static IReadOnlyList<AgencyContact> Hotlines(AgencyOptions agency) =>
        [.. agency.Hotlines.Select(line => new AgencyContact(line.Scheme, new Contact(line.Name ?? "热线电话", line.Phone, null, null, null)))];
}
