using PolicyBot.Adapters.WebChat;
using PolicyBot.Bot.Interviews;
using PolicyBot.Bot.Language;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Says who we are and what can be done here, and why a file was not taken.</summary>
internal sealed class Greeter(ContactText contacts, GuidePlaces guides, Texts texts)
{
    private readonly string resume = texts.Say("button.resume");

    private readonly string fileHere = texts.Say("button.file-here");

    private readonly string[] offers =
        [texts.Say("button.start"), texts.Say("button.question"), texts.Say("button.status"), texts.Say("button.human")];

    /// <param name="turn">The turn whose intent is answered.</param>
    /// <param name="busy">Whether a question is pending, which is asked again: then no other buttons are offered.</param>
    public void Say(Turn turn, bool busy)
    {
        switch (turn.Heard.Intent)
        {
            case Intent.Human:
                Whom(turn);
                break;
            case Intent.Thanks:
                turn.Say(texts.Say("thanks"));
                break;
            case Intent.Help:
                turn.Say(texts.Say("help"));
                break;
            default:
                if (busy)
                {
                    turn.Say(texts.Say("greeting.again"));
                }
                else if (turn.State.Welcomed)
                {
                    turn.Offer(texts.Say("greeting.short"), Unfinished(turn) ? [resume, .. offers] : offers);
                }
                else
                {
                    Welcome(turn);
                }

                return;
        }

        if (!busy)
        {
            Offer(turn);
        }
    }

    public void Welcome(Turn turn)
    {
        turn.State.Welcomed = true;
        turn.Offer(texts.Say("greeting", ("places", guides.Listed)), offers);
    }

    /// <summary>After an answer: to file, from the situation that the question stated where a filing can be made here.</summary>
    public void OfferFiling(Turn turn, IEnumerable<string>? nearest = null) => turn.Offer(
        texts.Say(nearest is null ? "answer.then" : "answer.near"),
        [.. nearest ?? [], turn.State.Untold || (turn.Progress.Step is FilingStep { Plan.Form: not null } && !turn.State.Confirmed) ? fileHere : offers[0]]);

    public void Offer(Turn turn) => turn.Offer(texts.Say("offer"), offers);

    public void Refuse(Turn turn, IEnumerable<RefusedUpload> refused)
    {
        foreach (var file in refused)
        {
            turn.Say(texts.Say(ReasonKey(file.Reason.ToString()), ("name", Markdown.Escape(file.Name))));
        }
    }

    /// <summary>Whom to call where the person is insured; the hotline alone while that is not known.</summary>
    private void Whom(Turn turn)
    {
        var named = turn.Heard.Places.Insured ?? turn.Heard.Places.Unassigned.FirstOrDefault() ?? turn.Heard.Places.Care;
        var scheme = turn.Heard.Facts.FirstOrDefault(fact => fact.Fact == FactNames.Scheme)?.Value
            ?? turn.State.Answers.GetValueOrDefault(FactNames.Scheme);
        if (named is not null && guides.Without(named) is { } foreign)
        {
            turn.Say(guides.Missing(foreign.Code, scheme: null));
        }
        else
        {
            var place = named?.Candidates[0].Code ?? turn.State.Answers.GetValueOrDefault(FactNames.InsuredPlace);
            turn.Say(string.Join('\n', contacts.Lines(guides.Contacts(place, scheme), scheme)));
        }
    }

    private static bool Unfinished(Turn turn) =>
        !turn.State.Confirmed && turn.State.Answers.Count > 0 && turn.Progress.Pending is not null;

    private string ReasonKey(string reason) =>
        texts.Has("refused." + reason) ? "refused." + reason : "refused.other";
}
