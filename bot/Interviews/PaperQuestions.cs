using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Interviews;

/// <summary>The questions of an interview that fills in a form on paper: nothing is submitted, and every field may be skipped.</summary>
internal sealed class PaperQuestions(Texts texts, InterviewQuestions questions)
{
    public InterviewQuestion Wish { get; } = new()
    {
        Name = AnswerNames.Wish,
        Kind = QuestionKind.Choice,
        Label = texts.Say("paper.wish-label"),
        Prompt = texts.Say("paper.wish-prompt"),
        Options =
        [
            new(AnswerNames.WishHere, texts.Say("paper.wish-here")),
            new(AnswerNames.WishSelf, texts.Say("paper.wish-self")),
        ],
        Why = texts.Say("paper.wish-why"),
        Holds = value => value is AnswerNames.WishHere or AnswerNames.WishSelf,
    };

    /// <summary>Consent to filling in a form is none to filing, nor the other way round: the notices have versions of their own.</summary>
    public InterviewQuestion Consent { get; } = new()
    {
        Name = AnswerNames.Consent,
        Kind = QuestionKind.Consent,
        Label = texts.Say("paper.consent-label"),
        Prompt = texts.Say("paper.consent-prompt"),
        Notice = texts.Say("paper.consent-version"),
        Options =
        [
            new(ConsentAnswer.Yes, texts.Say("paper.consent-yes")),
            new(ConsentAnswer.No, texts.Say("paper.consent-no")),
        ],
        Why = texts.Say("paper.consent-why"),
        Before = [new Statement(texts.Say("paper.consent-notice"))],
        Holds = value => ConsentAnswer.Read(value)?.Version == texts.Say("paper.consent-version"),
    };

    public InterviewQuestion Review { get; } = new()
    {
        Name = AnswerNames.Review,
        Kind = QuestionKind.Review,
        Label = texts.Say("paper.review-label"),
        Prompt = texts.Say("paper.review-prompt"),
        Why = texts.Say("paper.review-why"),
        Holds = _ => false,
    };

    public InterviewQuestion OfField(FormField field, Situation situation)
    {
        var question = questions.OfField(field, situation);
        return question with
        {
            Prompt = texts.Say("paper.field", ("prompt", question.Prompt)),
            Why = texts.Say("paper.field-why", ("label", field.Label)),
        };
    }
}
