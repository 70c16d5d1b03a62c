using System.Globalization;
using PolicyBot.Knowledge.Places;

namespace PolicyBot.Knowledge.Policies;

/// <summary>Writes out what the decision table says for a combination: everything that is shown, each with its citation.</summary>
internal sealed class DeterminationWriter(
    FactCatalog facts, PlaceCatalog places, IReadOnlyList<AgencyContact> agencyContacts, ContradictionChoice contradictions)
{
    public Determination NeedFact(Policy policy, Place? insured, Ask ask) => NeedFact([policy], insured, ask) with { Policy = policy.Id };

    /// <summary>A fact is needed to tell which of the candidates decides; each of them can be asked meanwhile.</summary>
    public Determination NeedFact(IReadOnlyList<Policy> candidates, Place? insured, Ask ask) => new()
    {
        Outcome = Outcome.NeedFact,
        Ask = ask,
        Contacts = [.. candidates.SelectMany(policy => ContactChoice.For(policy, places, insured)), .. Agency(candidates)],
        Citations = ask.Cite is { } cite ? [cite] : [],
    };

    public Determination NoPolicy(string? scheme) => new()
    {
        Outcome = Outcome.Unstated,
        Notices = [new Statement(facts.Sentence("no-policy"))],
        Contacts = [.. agencyContacts.Where(contact => contact.Answers(scheme)).Select(contact => contact.Contact)],
    };

    /// <param name="scheme">The scheme asked about, where it is known and changes the wording.</param>
    public Ask Ask(string fact, Citation? cite, string? scheme = null)
    {
        var definition = facts.Find(fact)!;
        return new Ask(fact, definition.PromptFor(scheme), [.. definition.Options.Select(option => new AskOption(option.Value, option.Label))], definition.Why, cite);
    }

    /// <param name="possible">The combination that decides: assumed values stand for what was not said.</param>
    /// <param name="shown">As <paramref name="possible"/>, but open facts that were not said keep all their values.</param>
    /// <param name="assumed">Dimensions for which a value was assumed.</param>
    /// <param name="reachable">The relations that some place has to the insured place; another place is offered only if there is one.</param>
    public Determination Write(Policy policy, Situation situation, ReadOnlySpan<uint> possible, ReadOnlySpan<uint> shown, List<int> assumed, Func<uint> reachable)
    {
        var cell = policy.Table.FirstCell(possible);
        var outcome = policy.Outcomes[policy.Table.OutcomeAt(cell)];
        var tierRule = policy.Tiers[policy.Table.TierAt(cell)];
        var select = new Selection(shown.ToArray(), outcome);
        var type = policy.FilingTypes.FirstOrDefault(known => known.Name == outcome.FilingType);
        var documents = type is null ? [] : select.Entries(type.Documents).ToList();

        var determination = new Determination
        {
            Policy = policy.Id,
            Outcome = outcome.Outcome,
            FilingType = outcome.FilingType,
            Documents = [.. documents.Select(entry => entry.Item)],
            Channels = select.Items(policy.Channels),
            Submission = select.Items(policy.Submissions).FirstOrDefault(),
            ReviewTime = select.Items(policy.ReviewTimes).FirstOrDefault(),
            Validity = select.Items(policy.Validities).FirstOrDefault(),
            Change = select.Items(policy.Changes),
            Deadlines = select.Items(policy.Deadlines),
            Tier = TierOf(tierRule, situation),
            Settlement = [.. select.Entries(policy.Settlements).Select(entry => Settle(entry, select))],
            BetterChoices = Better(policy, select, possible, tierRule, situation, reachable),
            Contacts = [.. ContactChoice.For(policy, places, places.Find(situation.InsuredPlace)), .. Agency([policy])],
        };
        var whole = determination with { Notices = Notices(policy, situation, determination, select, outcome, assumed, possible) };
        List<Citation> citations =
            [.. outcome.Cites.Concat(tierRule.Cites).Concat(documents.SelectMany(entry => entry.Cites)).Concat(CitesOf(whole)).Distinct()];
        return whole with { Citations = citations, Contradictions = contradictions.For(policy, citations) };
    }

    /// <summary>The agency's own numbers for the schemes in question, all of them while none is.</summary>
    private IEnumerable<Contact> Agency(IReadOnlyList<Policy> policies) => agencyContacts
        .Where(contact => policies.Count == 0 || policies.Any(policy => contact.Answers(policy.Scheme)))
        .Select(contact => contact.Contact);

    private List<Statement> Notices(
        Policy policy, Situation situation, Determination determination, Selection select, OutcomeRule outcome, List<int> assumed, ReadOnlySpan<uint> possible)
    {
        var notices = new List<Statement>();
        if (policy.General)
        {
            notices.Add(new Statement(facts.Sentence("general-guide")));
        }

        if (outcome.Why is { } why)
        {
            notices.Add(new Statement(why, outcome.Cites.Count > 0 ? outcome.Cites[0] : null));
        }

        AddWarnings(policy, situation.AsOf, notices);
        Span<uint> released = stackalloc uint[possible.Length];
        foreach (var dimension in assumed.Where(dimension => !policy.Dimensions[dimension].Open))
        {
            possible.CopyTo(released);
            released[dimension] = (1u << policy.Dimensions[dimension].Values.Count) - 1;
            if (facts.Find(policy.Dimensions[dimension].Name)!.Options[policy.Dimensions[dimension].Assume].Assumed is { } sentence
                && policy.Table.Decides(dimension, released))
            {
                notices.Add(new Statement(sentence));
            }
        }

        notices.AddRange(select.Entries(policy.Notices).Where(entry => !entry.Item.Stated || select.IsCertain(entry.When)).Select(entry => entry.Item.Statement));
        if (determination.Outcome == Outcome.File)
        {
            Silent(determination.ReviewTime is null, "no-review-time");
            Silent(determination.Validity is null, "no-validity");
            Silent(determination.Change.Count == 0, "no-change");
        }

        notices.Add(new Statement(policy.Guide.DateNote));
        return notices;

        void Silent(bool silent, string sentence)
        {
            if (silent)
            {
                notices.Add(new Statement(facts.Sentence(sentence)));
            }
        }
    }

    /// <summary>A day outside the guide's period stands before all that is said for that day, only behind what is not said at all.</summary>
    private void AddWarnings(Policy policy, DateOnly asOf, List<Statement> notices)
    {
        var guide = policy.Guide;
        if (guide.HoldsFrom is { } from && asOf < from)
        {
            notices.Add(Dated("not-yet-in-force", from));
        }
        else if (guide.Published is { } published && asOf < published)
        {
            notices.Add(Dated("before-publication", published));
        }

        if (guide.HoldsUntil is { } until && asOf > until)
        {
            notices.Add(Dated("no-longer-in-force", until));
        }
    }

    private Statement Dated(string sentence, DateOnly date) =>
        new(facts.Sentence(sentence).Replace("{date}", date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture), StringComparison.Ordinal));

    private static Tier TierOf(TierRule rule, Situation situation)
    {
        var share = TierFormulas.Share(rule.Formula, rule.Value, situation.LocalShare);
        return new Tier(
            rule.Label, rule.Formula, rule.Value, share, TierFormulas.Payment(share, situation.EligibleCost), rule.Cites.Count > 0 ? rule.Cites[0] : null);
    }

    private static Settlement Settle(Entry<SettlementRule> entry, Selection select) => new(
        entry.Item.Kind, entry.Item.Text, select.Items(entry.Item.Documents), entry.Item.Channels, entry.Item.Deadlines, entry.Cites[0]);

    /// <summary>The same situation with each change made; the gain is the difference of the two shares.</summary>
    private static List<BetterChoice> Better(Policy policy, Selection select, ReadOnlySpan<uint> possible, TierRule now, Situation situation, Func<uint> reachable)
    {
        var choices = new List<BetterChoice>();
        Span<uint> changed = stackalloc uint[possible.Length];
        foreach (var entry in select.Entries(policy.BetterChoices))
        {
            possible.CopyTo(changed);
            foreach (var (fact, value) in entry.Item.Change)
            {
                var index = policy.IndexOf(fact);
                changed[index] = 1u << policy.Dimensions[index].IndexOf(value);
            }

            if ((changed[0] & reachable()) == 0)
            {
                continue;
            }

            var then = policy.Tiers[policy.Table.TierAt(policy.Table.FirstCell(changed))];
            choices.Add(new BetterChoice(entry.Item.Text, entry.Item.Change, Gain(now, then, situation.LocalShare), entry.Cites[0]));
        }

        return choices;
    }

    private static decimal? Gain(TierRule now, TierRule then, decimal? localShare)
    {
        // A difference of points holds for any local share, as long as neither falls below 0.
        if (localShare is null)
        {
            return Points(now) is { } before && Points(then) is { } after ? before - after : null;
        }

        return TierFormulas.Share(then.Formula, then.Value, localShare) - TierFormulas.Share(now.Formula, now.Value, localShare) is { } gain ? gain * 100m : null;
    }

    private static decimal? Points(TierRule rule) => rule.Formula switch
    {
        TierFormula.Local => 0m,
        TierFormula.LocalMinusPoints => rule.Value,
        _ => null,
    };

    private static IEnumerable<Citation> CitesOf(Determination it)
    {
        IEnumerable<Citation?> cites =
        [
            .. it.Documents.Select(document => document.Cite), .. it.Channels.Select(channel => channel.Cite), it.ReviewTime?.Cite, it.Validity?.Cite,
            .. it.Change.Select(change => change.Cite), .. it.Deadlines.Select(deadline => deadline.Cite), it.Tier?.Cite,
            .. it.Settlement.SelectMany(settlement => settlement.Documents.Select(document => document.Cite)
                .Concat(settlement.Channels.Select(channel => channel.Cite)).Concat(settlement.Deadlines.Select(deadline => deadline.Cite!)).Prepend(settlement.Cite)),
            .. it.BetterChoices.Select(choice => choice.Cite), .. it.Notices.Select(notice => notice.Cite), .. it.Contacts.Select(contact => contact.Cite),
        ];
        return cites.OfType<Citation>();
    }

    /// <summary>Picks the entries that go with a result.</summary>
    private sealed class Selection(uint[] shown, OutcomeRule outcome)
    {
        public IEnumerable<Entry<T>> Entries<T>(IReadOnlyList<Entry<T>> entries) =>
            entries.Where(entry => entry.When.Possible(shown, outcome.Outcome, outcome.FilingType));

        public bool IsCertain(Condition condition) => condition.Certain(shown);

        public List<T> Items<T>(IReadOnlyList<Entry<T>> entries) => [.. Entries(entries).Select(entry => entry.Item)];
    }
}
