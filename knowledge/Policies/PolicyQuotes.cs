namespace PolicyBot.Knowledge.Policies;

/// <summary>Every quotation of a policy file with the entry that rests on it, such as <c>outcomes/referral</c>.</summary>
internal static class PolicyQuotes
{
    public static IEnumerable<(string Entry, Citation Cite)> Of(Policy policy) =>
    [
        .. policy.Dimensions.Where(dimension => dimension.Cite is not null).Select(dimension => ($"facts/{dimension.Name}", dimension.Cite!)),
        .. policy.FilingTypes.SelectMany(type => Cites($"filingTypes/{type.Name}", type.Documents)),
        .. policy.Outcomes.SelectMany(rule => rule.Cites.Select(cite => ($"outcomes/{rule.Id}", cite))),
        .. policy.Tiers.SelectMany(rule => rule.Cites.Select(cite => ($"tiers/{rule.Id}", cite))),
        .. Cites("channels", policy.Channels), .. Steps(policy),
        .. Cites("reviewTime", policy.ReviewTimes), .. Cites("validity", policy.Validities), .. Cites("change", policy.Changes),
        .. Cites("deadlines", policy.Deadlines), .. Cites("settlement", policy.Settlements), .. policy.Settlements.SelectMany(Settled),
        .. Cites("betterChoices", policy.BetterChoices), .. Cites("notices", policy.Notices),
        .. policy.ContactEntries.Select(entry => ($"contacts/{entry.Id}", entry.Contact.Cite!)),
        .. policy.ContactEntries.Where(entry => entry.Contact.Hours is not null).Select(entry => ($"contacts/{entry.Id}", policy.Guide.Cite(entry.Contact.Hours!)!)),
        .. policy.Form?.Fields.Where(field => field.Cite is not null).Select(field => ($"form/{field.Name}", field.Cite!)) ?? [],
        .. policy.Form?.Commitment?.Text.Select(text => ("form/commitment", text.Cite!)) ?? [],
        .. policy.PaperForms.SelectMany(Printed),
        .. policy.Contradictions.SelectMany(it => new[] { ($"contradictions/{it.Id}", it.Here), ($"contradictions/{it.Id}", it.There) }),
    ];

    private static IEnumerable<(string, Citation)> Cites<T>(string kind, IEnumerable<Entry<T>> entries) =>
        entries.SelectMany(entry => entry.Cites.Select(cite => ($"{kind}/{entry.Id}", cite)));

    private static IEnumerable<(string, Citation)> Steps(Policy policy) =>
        policy.Channels.SelectMany(entry => entry.Item.Steps.Select(step => ($"channels/{entry.Id}", policy.Guide.Cite(step)!)));

    private static IEnumerable<(string, Citation)> Settled(Entry<SettlementRule> entry) =>
    [
        .. Cites($"settlement/{entry.Id}", entry.Item.Documents),
        .. entry.Item.Channels.Select(channel => ($"settlement/{entry.Id}/{channel.Name}", channel.Cite)),
        .. entry.Item.Deadlines.Select(deadline => ($"settlement/{entry.Id}", deadline.Cite!)),
    ];

    private static IEnumerable<(string, Citation)> Printed(PaperForm form) =>
    [
        .. form.Sections.SelectMany(section => section.Fields.Select(field => ($"paperForms/{form.Id}/{field.Name}", field.Cite!))),
        .. form.Remarks.Select(remark => ($"paperForms/{form.Id}/remarks", remark)),
    ];
}
