using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Interviews;

/// <summary>The questions of an interview that fills in a form on paper: nothing is submitted, and every field may be skipped.</summary>
internal sealed class PaperQuestions(Texts texts, InterviewQuestions questions)
{
    public InterviewQuestion Wish { get; } = questions.Wish with
    {
        Label = texts.Say("paper.wish-label"),
        Prompt = texts.Say("paper.wish-prompt"),
        Options =
        [
            new(AnswerNames.WishHere, texts.Say("paper.wish-here")),
            new(AnswerNames.WishSelf, texts.Say("paper.wish-self")),
        ],
        Why = texts.Say("paper.wish-why"),
    };

    /// <summary>Consent to filling in a form is none to filing, nor the other way round: the notices have versions of their own.</summary>
    public InterviewQuestion Consent { get; } =
        InterviewQuestions.Consenting(texts, texts.Say("paper.consent-version"), texts.Say("paper.consent-notice"));

    public InterviewQuestion Review { get; } = questions.Review with
    {
        Label = texts.Say("paper.review-label"),
        Prompt = texts.Say("paper.review-prompt"),
        Why = texts.Say("paper.review-why"),
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
