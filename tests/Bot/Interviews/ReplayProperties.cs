using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Bot.Interviews;
using Replay = PolicyBot.Bot.Interviews.Replay;

namespace PolicyBot.Tests.Bot.Interviews;

/// <summary>What holds for every interview and every set of answers.</summary>
public sealed class ReplayProperties
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2000);

    private static readonly Arbitrary<(int Seed, string[] Values)> Cases = (
        from seed in ArbMap.Default.GeneratorFor<int>()
        from values in Gen.ArrayOf(Gen.Elements("a", "b", "c", "no such option", null!), BranchingInterview.Questions)
        select (seed, values)).ToArbitrary();

    private static readonly Arbitrary<((int Seed, string[] Values) Case, int Question, string Value)> Changes = (
        from one in Cases.Generator
        from question in Gen.Choose(0, BranchingInterview.Questions - 1)
        from value in Gen.Elements("a", "b", "c")
        select (one, question, value)).ToArbitrary();

    [Fact]
    public void ReplayIsDeterministic() => Prop.ForAll(Cases, one =>
    {
        var first = Run(one.Seed, Sheet(one.Values));
        var second = Run(one.Seed, Sheet(one.Values));
        return first.Kept.SameAs(second.Kept) && Pending(first) == Pending(second);
    }).Check(Thorough);

    [Fact]
    public void AnswersGivenInAnyOrderReachTheSameResult() => Prop.ForAll(Cases, one =>
    {
        var forwards = Sheet(one.Values);
        var backwards = BranchingInterview.Names.Zip(one.Values).Reverse().Where(pair => pair.Second is not null)
            .Aggregate(AnswerSheet.Empty, (sheet, pair) => sheet.With(pair.First, pair.Second));
        return Run(one.Seed, forwards).Kept.SameAs(Run(one.Seed, backwards).Kept);
    }).Check(Thorough);

    [Fact]
    public void WhatIsKeptReplaysToTheSamePlace() => Prop.ForAll(Cases, one =>
    {
        var progress = Run(one.Seed, Sheet(one.Values));
        var again = Run(one.Seed, progress.Kept);
        return again.Kept.SameAs(progress.Kept) && Pending(again) == Pending(progress);
    }).Check(Thorough);

    [Fact]
    public void GoingBackAndGivingTheSameAnswerChangesNothing() => Prop.ForAll(Cases, one =>
    {
        var progress = Run(one.Seed, Sheet(one.Values));
        if (Replay.Back(progress) is not { } back)
        {
            return progress.Reached.Count == 0;
        }

        var last = progress.Reached[^1];
        return Pending(Run(one.Seed, back)) == last.Question.Name
            && Run(one.Seed, back.With(last.Question.Name, last.Value)).Kept.SameAs(progress.Kept);
    }).Check(Thorough);

    [Fact]
    public void AChangedAnswerNeverKeepsAnswersThatAreOutOfReach() => Prop.ForAll(Changes, change =>
    {
        var progress = Run(change.Case.Seed, Sheet(change.Case.Values));
        var changed = Run(
            change.Case.Seed, progress.Kept.With(BranchingInterview.Names[change.Question], change.Value));
        var reached = changed.Reached.Select(answered => answered.Question.Name).ToHashSet();
        return changed.Kept.All(answer => reached.Contains(answer.Key) || changed.Step.MayStillAsk(answer.Key))
            && (changed.Pending is not null || changed.Kept.Count == reached.Count);
    }).Check(Thorough);

    [Fact]
    public void AnAnswerThatTheQuestionRefusesIsAskedAgainAndNotKept() => Prop.ForAll(Cases, one =>
    {
        var progress = Run(one.Seed, Sheet(one.Values));
        return progress.Pending is null || !progress.Kept.Has(progress.Pending.Name);
    }).Check(Thorough);

    private static Progress Run(int seed, AnswerSheet given) => Replay.Run(new BranchingInterview(seed).Start, given);

    private static string? Pending(Progress progress) => progress.Pending?.Name;

    private static AnswerSheet Sheet(string[] values) =>
        AnswerSheet.From(BranchingInterview.Names.Zip(values)
            .Where(pair => pair.Second is not null)
            .Select(pair => KeyValuePair.Create(pair.First, pair.Second)));
}
