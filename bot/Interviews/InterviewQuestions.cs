using System.Globalization;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Interviews;

/// <summary>Makes the questions: the policy says what is asked, the resources how it is worded.</summary>
internal sealed class InterviewQuestions(Texts texts, AnswerRules rules)
{
    private PaperQuestions? papers;

    /// <summary>The questions for a form on paper.</summary>
    public PaperQuestions Papers => papers ??= new PaperQuestions(texts, this);

    /// <summary>Who files for somebody else (代办).</summary>
    public IReadOnlyList<FormField> AgentFields { get; } =
    [
        new("agent.name", texts.Say("agent.name"), "name", true, [], null),
        new("agent.idNumber", texts.Say("agent.id-number"), "id-number", true, [], null),
        new("agent.phone", texts.Say("agent.phone"), "phone", true, [], null),
    ];

    public InterviewQuestion OfFact(Ask ask)
    {
        var isPlace = ask.Fact is FactNames.InsuredPlace or FactNames.CarePlace;
        return new InterviewQuestion
        {
            Name = ask.Fact,
            Kind = isPlace ? QuestionKind.Place : ask.Options.Count > 0 ? QuestionKind.Choice : QuestionKind.Text,
            Label = Label(ask.Fact) ?? ask.Prompt,
            Prompt = ask.Prompt,
            Options = ask.Options,
            Why = ask.Why,
            Cite = ask.Cite,
            Holds = isPlace ? rules.IsPlace : value => IsOneOf(ask.Options, value),
        };
    }

    /// <summary>The question that a fact answers which nobody asked for; null for a fact that is not known here.</summary>
    public InterviewQuestion? OfVolunteered(string fact)
    {
        var options = rules.OptionsOf(fact);
        Func<string, bool>? holds = fact switch
        {
            SituationFacts.LocalShare => SituationFacts.IsShare,
            SituationFacts.EligibleCost => SituationFacts.IsCost,
            FactNames.InsuredPlace or FactNames.CarePlace => rules.IsPlace,
            _ => options.Count > 0 ? value => IsOneOf(options, value) : null,
        };
        return holds is null ? null : new InterviewQuestion
        {
            Name = fact,
            Kind = fact is FactNames.InsuredPlace or FactNames.CarePlace ? QuestionKind.Place
                : options.Count > 0 ? QuestionKind.Choice : QuestionKind.Text,
            Label = Label(fact) ?? fact,
            Prompt = Label(fact) ?? fact,
            Options = options,
            Why = string.Empty,
            Holds = holds,
        };
    }

    public InterviewQuestion Wish { get; } = new()
    {
        Name = AnswerNames.Wish,
        Kind = QuestionKind.Choice,
        Label = texts.Say("wish.label"),
        Prompt = texts.Say("wish.prompt"),
        Options =
        [
            new(AnswerNames.WishHere, texts.Say("wish.here")),
            new(AnswerNames.WishSelf, texts.Say("wish.self")),
        ],
        Why = texts.Say("wish.why"),
        Holds = value => value is AnswerNames.WishHere or AnswerNames.WishSelf,
    };

    /// <summary>Consent to this version of the notice; to an older one it does not count, and is asked for again.</summary>
    public InterviewQuestion Consent { get; } = Consenting(texts, texts.Say("consent.version"), texts.Say("consent.notice"));

    public InterviewQuestion OfField(FormField field, Situation situation)
    {
        var today = situation.AsOf;
        var madeUp = situation.Facts.GetValueOrDefault(FactNames.Stage) is "in-hospital" or "settled";
        var kind = KindOf(field);
        return new InterviewQuestion
        {
            Name = AnswerNames.Field(field.Name),
            Kind = kind,
            Label = field.Label,
            Prompt = texts.Say("field." + field.Kind, ("label", field.Label)),
            Options = kind == QuestionKind.Date ? [Today(today)] : field.Options,
            Optional = !field.Required,
            Why = texts.Say("field.why", ("label", field.Label)),
            Cite = field.Cite,
            Holds = HoldsFor(kind, field, value => rules.IsStartDate(value, today, madeUp)),
        };
    }

    public InterviewQuestion OfAlternatives(DocumentRequirement document, bool mayCommit) => new()
    {
        Name = AnswerNames.Document(document.Id),
        Kind = QuestionKind.Choice,
        Label = texts.Say("document.label", ("document", document.AnyOf[0])),
        Prompt = texts.Say(
            document.AnyOf.Count > 1 ? "document.which" : "document.one", ("document", document.AnyOf[0])),
        Options =
        [
            .. document.AnyOf.Select(name => new AskOption(name, name)),
            .. mayCommit ? [new AskOption(AnswerNames.ByCommitment, texts.Say("document.commitment"))] : Array.Empty<AskOption>(),
        ],
        Why = texts.Say("document.why"),
        Cite = document.Cite,
        Holds = value => document.AnyOf.Contains(value, StringComparer.Ordinal)
            || (mayCommit && value == AnswerNames.ByCommitment),
    };

    public InterviewQuestion OfUpload(DocumentRequirement document, string alternative) => new()
    {
        Name = AnswerNames.File(document.Id),
        Kind = QuestionKind.Upload,
        Label = texts.Say("upload.label", ("document", alternative)),
        Prompt = texts.Say("upload.prompt", ("document", alternative)),
        Why = texts.Say("document.why"),
        Cite = document.Cite,
        Before = document is { Note: { } note, AnyOf.Count: 1 } ? [new Statement(note, document.Cite)] : [],
        Holds = value => value.Length > 0,
    };

    public InterviewQuestion OfCommitment(CommitmentLetter letter) => new()
    {
        Name = AnswerNames.Commitment,
        Kind = QuestionKind.Choice,
        Label = texts.Say("commitment.label"),
        Prompt = texts.Say("commitment.prompt"),
        Options =
        [
            new(AnswerNames.CommitmentGiven, texts.Say("commitment.given")),
            new(AnswerNames.CommitmentDeclined, texts.Say("commitment.declined")),
        ],
        GoesBack = AnswerNames.CommitmentDeclined,
        Why = texts.Say("commitment.why"),
        Cite = letter.Text.Select(statement => statement.Cite).FirstOrDefault(cite => cite is not null),
        Before = letter.Text,
        Holds = value => value == AnswerNames.CommitmentGiven,
    };

    public InterviewQuestion Review { get; } = new()
    {
        Name = AnswerNames.Review,
        Kind = QuestionKind.Review,
        Label = texts.Say("review.label"),
        Prompt = texts.Say("review.prompt"),
        Why = texts.Say("review.why"),
        Holds = _ => false,
    };

    /// <summary>Consent to a version of a notice, and to no other.</summary>
    internal static InterviewQuestion Consenting(Texts texts, string version, string notice) => new()
    {
        Name = AnswerNames.Consent,
        Kind = QuestionKind.Consent,
        Label = texts.Say("consent.label"),
        Prompt = texts.Say("consent.prompt"),
        Notice = version,
        Options =
        [
            new(ConsentAnswer.Yes, texts.Say("consent.yes")),
            new(ConsentAnswer.No, texts.Say("consent.no")),
        ],
        Why = texts.Say("consent.why"),
        Before = [new Statement(notice)],
        Holds = value => ConsentAnswer.Read(value)?.Version == version,
    };

    private string? Label(string fact) => texts.Has("label." + fact) ? texts.Say("label." + fact) : null;

    private AskOption Today(DateOnly today) =>
        new(today.ToString("O", CultureInfo.InvariantCulture), texts.Say("field.today"));

    private static QuestionKind KindOf(FormField field) => field.Kind switch
    {
        "name" => QuestionKind.Name,
        "id-number" => QuestionKind.IdNumber,
        "phone" => QuestionKind.Phone,
        "date" => QuestionKind.Date,
        "place" => QuestionKind.Place,
        "choice" => QuestionKind.Choice,
        "text" => QuestionKind.Text,
        _ => throw new ArgumentException($"The form field '{field.Name}' is of the unknown kind '{field.Kind}'.", nameof(field)),
    };

    private Func<string, bool> HoldsFor(QuestionKind kind, FormField field, Func<string, bool> isStartDate) => kind switch
    {
        QuestionKind.Name => rules.IsName,
        QuestionKind.IdNumber => rules.IsIdNumber,
        QuestionKind.Phone => rules.IsPhone,
        QuestionKind.Date => isStartDate,
        QuestionKind.Place => rules.IsPlace,
        QuestionKind.Choice => value => IsOneOf(field.Options, value),
        _ => value => value.Length is > 0 and <= 200,
    };

    private static bool IsOneOf(IReadOnlyList<AskOption> options, string value) =>
        options.Count == 0 ? value.Length > 0 : options.Any(option => option.Value == value);
}
