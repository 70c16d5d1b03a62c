using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>
/// Reads which earlier answer a correction means: by what it says (刚才说错了，是去杭州), by what it takes back (不是北京), or by
/// its name (身份证号写错了, 改手机号).
/// </summary>
internal sealed class CorrectionReader(ReviewText review, ValueReader values, Texts texts)
{
    private readonly (QuestionKind Kind, string[] Words)[] kinds =
    [
        (QuestionKind.IdNumber, texts.Say("words.id-number").Split(' ')),
        (QuestionKind.Phone, texts.Say("words.phone").Split(' ')),
        (QuestionKind.Name, texts.Say("words.name").Split(' ')),
        (QuestionKind.Date, texts.Say("words.date").Split(' ')),
        (QuestionKind.Upload, texts.Say("words.upload").Split(' ')),
    ];

    private readonly (string Fact, string[] Words)[] facts =
    [
        (FactNames.InsuredPlace, texts.Say("words.insured-place").Split(' ')),
        (FactNames.CarePlace, texts.Say("words.care-place").Split(' ')),
        (FactNames.Reason, texts.Say("words.reason").Split(' ')),
    ];

    public Reading Read(Turn turn)
    {
        var heard = turn.Heard;
        if (review.Changed(turn.Progress, heard.Text) is { } named)
        {
            return TakenBack(named);
        }

        var changes = AnswerReader.Facts(heard, except: null).ToList();
        if (Unassigned(turn) is { } place)
        {
            changes.Add(place);
        }

        if (changes.Count > 0)
        {
            return new Reading { Answers = changes };
        }

        return Named(turn) ?? Reading.Nothing;
    }

    /// <summary>A place without a role replaces the answer that is taken back, else the last place that was given.</summary>
    private static KeyValuePair<string, string?>? Unassigned(Turn turn)
    {
        var roles = turn.Heard.Places;
        if (roles.Unassigned.Select(mention => mention.Place).FirstOrDefault(place => place is not null) is not { } place)
        {
            return roles.Negated.Count > 0 && roles is { Care: null, Insured: null } && Holding(turn, roles.Negated) is { } wrong
                ? KeyValuePair.Create<string, string?>(wrong.Question.Name, null)
                : null;
        }

        var replaced = Holding(turn, roles.Negated)
            ?? turn.Progress.Reached.LastOrDefault(answered => answered.Question.Kind == QuestionKind.Place);
        return replaced is null ? null : KeyValuePair.Create<string, string?>(replaced.Question.Name, place.Code);
    }

    private static Answered? Holding(Turn turn, IReadOnlyList<PlaceMention> negated) =>
        turn.Progress.Reached.FirstOrDefault(answered => answered.Question.Kind == QuestionKind.Place
            && negated.Any(mention => mention.Candidates.Any(place => place.Code == answered.Value)));

    private Reading? Named(Turn turn)
    {
        var text = turn.Heard.Text;
        var answered = turn.Progress.Reached.LastOrDefault(one =>
            kinds.Any(kind => kind.Kind == one.Question.Kind && Says(text, kind.Words))
            || facts.Any(fact => fact.Fact == one.Question.Name && Says(text, fact.Words)));
        if (answered is null)
        {
            return null;
        }

        var given = AfterIs(text) is { } rest ? values.Read(answered.Question.Kind, rest, turn.Today)?.Value : null;
        return given is not null && answered.Question.Accepts(given)
            ? Reading.Of(answered.Question.Name, given)
            : TakenBack(answered);
    }

    /// <summary>With a photo goes the answer which alternative it shows: the next photo may show another.</summary>
    private static Reading TakenBack(Answered answered) => answered.Question.Kind != QuestionKind.Upload
        ? Reading.Of(answered.Question.Name, null)
        : new Reading
        {
            Answers =
            [
                KeyValuePair.Create<string, string?>(answered.Question.Name, null),
                KeyValuePair.Create<string, string?>(
                    AnswerNames.Document(AnswerNames.RequirementOf(answered.Question.Name)), null),
            ],
        };

    private static bool Says(string text, string[] words) =>
        Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>What stands after 是 or a colon (手机号错了，是138…).</summary>
    private static string? AfterIs(string text)
    {
        var at = text.LastIndexOfAny(['是', '：', ':', '成']);
        return at < 0 || at == text.Length - 1 ? null : text[(at + 1)..].Trim();
    }
}
