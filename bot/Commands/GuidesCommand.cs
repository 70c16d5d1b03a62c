using System.CommandLine;
using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Bot.Commands;

/// <summary><c>policybot guides</c>: the guides that answers are taken from.</summary>
internal static class GuidesCommand
{
    public static Command Create()
    {
        var command = new Command("guides", "列出指南") { GuideImportCommand.Create() };
        command.SetAction(result => CommandServices.Run(services => List(services.Get<GuideLibrary>(), result.GetValue(CommandLine.Json))));
        return command;
    }

    private static int List(GuideLibrary library, bool json)
    {
        var guides = library.Guides.Select(guide => new { guide.Id, guide.Title, guide.Publisher, guide.Scheme, guide.InsuredPlaces, guide.DateNote });
        if (json)
        {
            CommandServices.WriteJson(guides);
            return 0;
        }

        foreach (var guide in guides)
        {
            Console.WriteLine($"{guide.Id}  《{guide.Title}》 {guide.Publisher}。{guide.DateNote}");
        }

        return 0;
    }
}
