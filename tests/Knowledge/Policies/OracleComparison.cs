using System.Globalization;
using System.Text;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>Says, field by field, where a determination differs from the oracle.</summary>
internal static class OracleComparison
{
    public static IEnumerable<string> Differences(OracleCase c, OracleAnswer oracle, Determination policy)
    {
        if (policy.Outcome != oracle.Outcome)
        {
            yield return $"outcome: oracle {oracle.Outcome}, policy {policy.Outcome}";
        }

        if (policy.FilingType != oracle.FilingType)
        {
            yield return $"filing type: oracle {oracle.FilingType ?? "-"}, policy {policy.FilingType ?? "-"}";
        }

        var formula = policy.Tier?.Formula ?? TierFormula.Unstated;
        if (formula != oracle.Tier.Formula || policy.Tier?.Value != oracle.Tier.Value)
        {
            yield return $"tier: oracle {oracle.Tier.Formula} {Number(oracle.Tier.Value)}, policy {formula} {Number(policy.Tier?.Value)}";
        }

        if (oracle.Tier.LabelHas is { } words && policy.Tier?.Label.Contains(words, StringComparison.Ordinal) != true)
        {
            yield return $"tier label: oracle …{words}…, policy {policy.Tier?.Label ?? "-"}";
        }

        // Who has filed needs no documents, and no review is to come; the period still matters.
        if (!c.Filed && (Documents(oracle), Documents(policy)) is var (asked, got) && asked != got)
        {
            yield return $"documents: oracle {asked}, policy {got}";
        }

        foreach (var wanted in oracle.Documents.Where(document => document.Explained.Length > 0))
        {
            if (!policy.Documents.Any(document => $"{string.Join(' ', document.AnyOf)} {document.Note}".Contains(wanted.Explained, StringComparison.Ordinal)))
            {
                yield return $"document not explained: {wanted.Explained}";
            }
        }

        if (!c.Filed && policy.ReviewTime?.WorkingDays != oracle.ReviewDays)
        {
            yield return $"review: oracle {oracle.ReviewDays?.ToString(CultureInfo.InvariantCulture) ?? "-"}, "
                + $"policy {policy.ReviewTime?.WorkingDays.ToString(CultureInfo.InvariantCulture) ?? "-"}";
        }

        if (policy.Validity?.Years != oracle.Validity?.Years
            || policy.Validity?.Months != oracle.Validity?.Months
            || (policy.Validity?.AsLongAsProof ?? false) != (oracle.Validity?.AsLongAsProof ?? false)
            || policy.Validity is null != oracle.Validity is null
            || policy.Validity?.Cite.Quote.Contains(oracle.Validity?.Says ?? "", StringComparison.Ordinal) == false)
        {
            yield return $"validity: oracle {oracle.Validity?.ToString() ?? "-"}, policy {policy.Validity?.Text ?? "-"}";
        }

        foreach (var difference in OracleWaysComparison.Differences(c, oracle, policy))
        {
            yield return difference;
        }
    }

    private static string Documents(OracleAnswer answer) =>
        Join(answer.Documents.Select(document => (document.ByPerson, Names(document.AnyOf))));

    private static string Documents(Determination determination) =>
        Join(determination.Documents.Select(document => (document.ByPerson, Names(document.AnyOf))));

    private static string Join(IEnumerable<(bool ByPerson, string Names)> documents) =>
        string.Join(" + ", documents.Select(d => (d.ByPerson ? "" : "(not by person) ") + d.Names).Order(StringComparer.Ordinal));

    private static string Names(IEnumerable<string> names) =>
        string.Join(" / ", names.Select(Folded).Order(StringComparer.Ordinal));

    // Full and half width brackets are the same document; book-title marks do not change a name either.
    private static string Folded(string name) =>
        name.Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal).Trim('《', '》');

    private static string Number(decimal? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "";
}
