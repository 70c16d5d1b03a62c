using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>
/// What is said before anything that rests on an old or general guide, which is used only where no local one speaks: a person
/// who reads one sentence must read this one.
/// </summary>
internal sealed class GeneralGuide(PolicyLibrary policies, PlaceCatalog places, Texts texts)
{
    private readonly Dictionary<string, Policy> general =
        policies.Policies.Where(policy => policy.General).ToDictionary(policy => policy.Id, StringComparer.Ordinal);

    private readonly string warning = policies.Facts.Sentence("general-guide");

    /// <summary>Whether a general policy has decided, or is about to.</summary>
    public bool Is(string? policy) => policy is not null && general.ContainsKey(policy);

    /// <summary>Whether that guide is a general one.</summary>
    public bool IsGuide(string guide) => general.Values.Any(policy => policy.Guide.Id == guide);

    /// <summary>That there is no guide for the place, and what stands in for it; null where a local policy has decided.</summary>
    public string? Warning(string? policy, string? insured) => policy is null || !general.TryGetValue(policy, out var known)
        ? null
        : texts.Say("general.first", ("place", insured is null ? string.Empty : places.FullName(insured)), ("date", known.Guide.DateNote));

    /// <summary>The same before words of a guide.</summary>
    public string? WarningOf(string guide, string? insured) =>
        Warning(general.Values.FirstOrDefault(policy => policy.Guide.Id == guide)?.Id, insured);

    /// <summary>The notices without those that the warning says.</summary>
    public IEnumerable<Statement> Notices(Determination it) => it.Policy is not null && general.TryGetValue(it.Policy, out var known)
        ? it.Notices.Where(notice => notice.Text != warning && notice.Text != known.Guide.DateNote)
        : it.Notices;
}
