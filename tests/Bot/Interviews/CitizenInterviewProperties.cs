using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Bot.Interviews;

/// <summary>What holds for the interview with a citizen on the real policies, whatever the answers.</summary>
public sealed class CitizenInterviewProperties
{
    private static readonly CitizenInterview Interview = new Conversation().Services.GetRequiredService<CitizenInterview>();

    private static readonly DateOnly Today = new(2026, 12, 1);

    private static readonly string[] Insured = ["320509", "220281", "220000", "510100", "320500"];

    private static readonly string[] Care =
        ["110000", "330100", "310101", "310118", "310000", "330421", "220182", "220104", "220100", "220200", "320509", "810000"];

    private static readonly Gen<KeyValuePair<string, string>> Fact = Gen.OneOf(
        RealKnowledge.Policies.Facts.All.Where(fact => fact.Options.Count > 0).Select(fact =>
            Gen.Elements(fact.Options.Select(option => KeyValuePair.Create(fact.Name, option.Value)).ToArray())));

    private static readonly Arbitrary<AnswerSheet> Sheets = (
        from insured in Gen.Elements(Insured)
        from care in Gen.Elements(Care)
        from facts in Gen.ArrayOf(Fact)
        select AnswerSheet.From(facts.DistinctBy(fact => fact.Key)).With(FactNames.InsuredPlace, insured).With(FactNames.CarePlace, care)).ToArbitrary();

    [Fact]
    public void WhatIsKeptReplaysToTheSamePlace() => Prop.ForAll(Sheets, sheet =>
    {
        var progress = Interview.Replay(sheet, Today);
        var again = Interview.Replay(progress.Kept, Today);
        return again.Kept.SameAs(progress.Kept) && again.Pending?.Name == progress.Pending?.Name;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void AnsweringEveryQuestionEndsInADetermination() => Prop.ForAll(Sheets, sheet =>
    {
        var progress = Interview.Replay(sheet, Today);
        for (var asked = 0; progress.Step is SituationStep { Question: var question } && asked < 12; asked++)
        {
            var answer = question.Options.Count > 0 ? question.Options[^1].Value : question.Name == FactNames.InsuredPlace ? "320509" : "330106";
            progress = Interview.Replay(progress.Kept.With(question.Name, answer), Today);
        }

        return progress.Step is FilingStep;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void NothingIsAskedThatWasSaid() => Prop.ForAll(Sheets, sheet =>
    {
        var progress = Interview.Replay(sheet, Today);
        return progress.Pending is not { } pending || !sheet.Has(pending.Name) || pending.Kind == QuestionKind.Place;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void GoingBackAndGivingTheSameAnswerChangesNothing() => Prop.ForAll(Sheets, sheet =>
    {
        var progress = Interview.Replay(sheet, Today);
        if (PolicyBot.Bot.Interviews.Replay.Back(progress) is not { } back)
        {
            return true;
        }

        var last = progress.Reached[^1];
        return Interview.Replay(back.With(last.Question.Name, last.Value), Today).Kept.SameAs(progress.Kept);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
