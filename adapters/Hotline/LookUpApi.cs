using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Adapters.Filings;
using PolicyBot.Knowledge.Answers;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Adapters.Hotline;

/// <summary>The look-up API of design.md, "Contracts": determinations, answers, guides, contacts and places.</summary>
public static class LookUpApi
{
    private const int LongestQuestion = 2000;

    /// <summary>JSON as the contract has it: camelCase, enums in kebab-case, Chinese unescaped.</summary>
    public static void ConfigureJson(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
    }

    public static IServiceCollection AddLookUpApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ConfigureJson(options.SerializerOptions));
        services.AddSingleton(provider => new RequestRules(provider.GetRequiredService<PolicyLibrary>().Facts, provider.GetRequiredService<PlaceCatalog>()));
        return services.AddProblemDetails();
    }

    public static IEndpointRouteBuilder MapLookUpApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").WithTags("Look-up");
        api.MapPost("/determinations", Determine).WithSummary("What applies: filing, documents, channels, tier");
        api.MapGet("/answers", Answer).WithSummary("Answers a question from the guides, each sentence cited");
        api.MapGet("/guides", Guides).WithSummary("The guides");
        api.MapGet("/guides/{id}", Guide).WithSummary("One guide with its passages");
        api.MapGet("/contacts", Contacts).WithSummary("Whom to ask at a place");
        api.MapGet("/places", Places).WithSummary("Places by name");
        return routes;
    }

    private static Results<Ok<Determination>, ValidationProblem> Determine(
        DeterminationRequest request, IDeterminer determiner, RequestRules rules, TimeProvider time)
    {
        var faults = rules.Check(request);
        return faults.Count > 0
            ? TypedResults.ValidationProblem(faults)
            : TypedResults.Ok(determiner.Determine(request.ToSituation(time.Today())));
    }

    private static Results<Ok<AnswerResult>, ValidationProblem> Answer(
        IAnswerer answerer, RequestRules rules, TimeProvider time, string? q, string? place = null, string? scheme = null, int top = 5,
        [Description("The question asked before; what q leaves out (那材料呢) is what that one was about.")] string? previous = null)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        rules.CheckPlace("place", place, faults);
        rules.CheckScheme(scheme, faults);
        if (string.IsNullOrWhiteSpace(q) || q.Length > LongestQuestion)
        {
            faults["q"] = [$"请写出要问的问题，最多{LongestQuestion}个字。"];
        }

        if (previous?.Length > LongestQuestion)
        {
            faults["previous"] = [$"上一个问题最多{LongestQuestion}个字。"];
        }

        if (top is < 1 or > 50)
        {
            faults["top"] = ["要在1和50之间。"];
        }

        var context = new Situation { Scheme = scheme, InsuredPlace = place, AsOf = time.Today() };
        return faults.Count > 0 ? TypedResults.ValidationProblem(faults) : TypedResults.Ok(answerer.Answer(new Question(q!, context, top, previous)));
    }

    private static Ok<IEnumerable<GuideSummary>> Guides(GuideLibrary guides) => TypedResults.Ok(guides.Guides.Select(GuideSummary.Of));

    private static Results<Ok<Guide>, NotFound> Guide(string id, GuideLibrary guides) =>
        guides.Find(id) is { } guide ? TypedResults.Ok(guide) : TypedResults.NotFound();

    private static Results<Ok<IReadOnlyList<Contact>>, ValidationProblem> Contacts(
        IDeterminer determiner, RequestRules rules, TimeProvider time, string? place, string? scheme = null)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        rules.CheckScheme(scheme, faults);
        if (place is null)
        {
            faults["place"] = ["请给出参保地的代码。"];
        }

        rules.CheckPlace("place", place, faults);
        return faults.Count > 0
            ? TypedResults.ValidationProblem(faults)
            : TypedResults.Ok(determiner.Determine(new Situation { Scheme = scheme, InsuredPlace = place, AsOf = time.Today() }).Contacts);
    }

    private static Results<Ok<IEnumerable<PlaceSummary>>, ValidationProblem> Places(PlaceCatalog places, string? q) =>
        string.IsNullOrWhiteSpace(q) || q.Length > 50
            ? TypedResults.ValidationProblem(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["q"] = ["请写地名，最多50个字。"] })
            : TypedResults.Ok(places.Search(q, 10).Select(place => new PlaceSummary(place.Code, place.Name, places.FullName(place.Code))));
}

/// <summary>A guide without its passages.</summary>
public sealed record GuideSummary(
    string Id, string Title, string Publisher, string Scheme, IReadOnlyList<string> InsuredPlaces, DateOnly? Published, string DateNote)
{
    internal static GuideSummary Of(Guide guide) =>
        new(guide.Id, guide.Title, guide.Publisher, guide.Scheme, guide.InsuredPlaces, guide.Published, guide.DateNote);
}

public sealed record PlaceSummary(string Code, string Name, string FullName);
