using PolicyBot.Bot.Interviews;
using PolicyBot.Bot.Language;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Reads what a message answers: the pending question, and whatever else it tells of the situation.</summary>
internal sealed class AnswerReader(PlaceReader places, ValueReader values)
{
    public Reading Read(Turn turn)
    {
        var pending = turn.Progress.Pending!;
        var heard = turn.Heard;
        return pending.Kind switch
        {
            QuestionKind.Review => new Reading { Answers = [.. Facts(heard, except: null)] },
            QuestionKind.Upload => Files(pending, heard),
            QuestionKind.Consent => Consent(pending, turn),
            QuestionKind.Choice => Choice(pending, turn),
            QuestionKind.Place => Place(pending, turn),
            _ => Value(pending, turn),
        };
    }

    /// <summary>A button of the pending question, its fact told in words, or a file for it, is never anything else.</summary>
    public static bool IsCertain(Turn turn) => turn.Progress.Pending is { } pending
        && (OptionReader.Exactly(pending.Options, turn.Heard.Text) is not null
            || States(pending, turn.Heard)
            || (pending.Kind == QuestionKind.Upload && turn.Heard.Uploads.Count > 0));

    /// <summary>Facts and places beside the pending question; nothing is taken from what answers a name or a number.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Facts(Heard heard, string? except)
    {
        if (heard.Places.Insured?.Place is { } insured && except != FactNames.InsuredPlace)
        {
            yield return KeyValuePair.Create<string, string?>(FactNames.InsuredPlace, insured.Code);
        }

        if (heard.Places.Care?.Place is { } care && except != FactNames.CarePlace)
        {
            yield return KeyValuePair.Create<string, string?>(FactNames.CarePlace, care.Code);
        }

        foreach (var fact in heard.Facts.Where(fact => fact.Fact != except))
        {
            yield return KeyValuePair.Create<string, string?>(fact.Fact, fact.Value);
        }
    }

    private static Reading Files(InterviewQuestion pending, Heard heard) =>
        heard.Uploads.Count == 1 ? Reading.Of(pending.Name, heard.Uploads[0])
        : heard.Uploads.Count > 1 ? Reading.Wrong("problem.upload-many")
        : heard.Intent == Intent.None ? Reading.Wrong("problem.upload-expected")
        : Reading.Nothing;

    private static Reading Consent(InterviewQuestion pending, Turn turn) =>
        OptionReader.Read(pending, turn.Heard)?.Value switch
        {
            ConsentAnswer.Yes => Reading.Of(pending.Name, ConsentAnswer.Write(pending.Notice!, turn.Now)),
            ConsentAnswer.No => Reading.Of(AnswerNames.Wish, AnswerNames.WishSelf),
            _ => Reading.Nothing,
        };

    private static Reading Choice(InterviewQuestion pending, Turn turn)
    {
        var fact = turn.Heard.Facts.FirstOrDefault(
            mention => mention.Fact == pending.Name && pending.Accepts(mention.Value));
        var option = OptionReader.Exactly(pending.Options, turn.Heard.Text);
        if (option is null && fact is null)
        {
            option = OptionReader.Read(pending, turn.Heard);
            if (option is not null && TellsOtherwise(pending, turn) && !turn.Heard.Text.Contains(option.Label, StringComparison.Ordinal))
            {
                // 还没去看病 tells a stage; that 都还没有 has two of its characters does not make it the answer.
                option = null;
            }
        }

        var value = option?.Value ?? fact?.Value;
        if (value is not null && value == pending.GoesBack)
        {
            return new Reading { GoesBack = true };
        }

        List<KeyValuePair<string, string?>> answers = value is null ? [] : [KeyValuePair.Create<string, string?>(pending.Name, value)];
        if (option is null)
        {
            answers.AddRange(Facts(turn.Heard, except: pending.Name));
        }

        return new Reading { Answers = answers, Chosen = option is not null };
    }

    /// <summary>工伤认定书下来了 has the words of a question about papers, and answers the one that was asked.</summary>
    private static bool States(InterviewQuestion pending, Heard heard) => heard is { Said.IsQuestion: false, Intent: not Intent.Correct }
        && heard.Facts.Any(fact => fact.Fact == pending.Name && !fact.Asked && pending.Accepts(fact.Value));

    /// <summary>Whether the message tells another fact than the one asked for, and something new.</summary>
    private static bool TellsOtherwise(InterviewQuestion pending, Turn turn) => AnswerNames.IsFact(pending.Name)
        && turn.Heard.Facts.Any(fact => fact.Fact != pending.Name && turn.Progress.Kept[fact.Fact] != fact.Value);

    /// <summary>The places that a message may mean for the pending question, where its name is that of several.</summary>
    public IReadOnlyList<AskOption> Doubtful(Turn turn) =>
        turn.Progress.Pending is { Kind: QuestionKind.Place } pending && places.Read(pending, turn.Heard) is { Answers.Count: 0 } doubt
            && doubt.Problem == "problem.place.ambiguous" ? doubt.Candidates : [];

    private Reading Place(InterviewQuestion pending, Turn turn)
    {
        var named = places.Read(pending, turn.Heard);
        if (named.Answers.Count == 0 && (named.Problem is not null || named.Candidates.Count > 0))
        {
            return named;
        }

        return named with { Answers = [.. named.Answers, .. Facts(turn.Heard, except: pending.Name)] };
    }

    private Reading Value(InterviewQuestion pending, Turn turn)
    {
        if (pending.Optional && turn.Heard.Intent is Intent.Skip)
        {
            return Reading.Of(pending.Name, AnswerSheet.Skipped);
        }

        if (OptionReader.Exactly(pending.Options, turn.Heard.Text) is { } option)
        {
            return Reading.Of(pending.Name, option.Value) with { Chosen = true };
        }

        var value = values.Read(pending.Kind, turn.Heard.Text, turn.Today);
        return value switch
        {
            { Value: { } read } when pending.Accepts(read) => Reading.Of(pending.Name, read),
            { Problem: { } problem } => Reading.Wrong("problem." + problem),
            _ => Reading.Wrong(pending.Kind == QuestionKind.Date ? "problem.date.range" : "problem.text"),
        };
    }
}
