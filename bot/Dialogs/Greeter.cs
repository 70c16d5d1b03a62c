using PolicyBot.Bot.Interviews;
using PolicyBot.Bot.Language;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Says who we are and what can be done here, and why a file was not taken.</summary>
internal sealed class Greeter(ContactText contacts, GuidePlaces guides, Texts texts)
{
    private readonly string[] offers =
        [texts.Say("button.start"), texts.Say("button.question"), texts.Say("button.status"), texts.Say("button.human")];

    /// <param name="turn">The turn whose intent is answered.</param>
    /// <param name="busy">Whether a question is pending, which is asked again: then no other buttons are offered.</param>
    public void Say(Turn turn, bool busy)
    {
        switch (turn.Heard.Intent)
        {
            case Intent.Human:
                turn.Say(contacts.Hotline() ?? texts.Say("contact.none"));
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

    public void Welcome(Turn turn) =>
        turn.Offer(texts.Say("greeting", ("places", string.Join('、', guides.Names))), offers);

    public void Offer(Turn turn) => turn.Offer(texts.Say("offer"), offers);

    public void Refuse(Turn turn, IEnumerable<UploadReferences.Refused> refused)
    {
        foreach (var file in refused)
        {
            turn.Say(texts.Say(ReasonKey(file.Reason), ("name", Markdown.Escape(file.Name))));
        }
    }

    private string ReasonKey(string reason) =>
        texts.Has("refused." + reason) ? "refused." + reason : "refused.other";
}
