using System.CommandLine;
using PolicyBot.Knowledge.Answers;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Commands;

/// <summary><c>policybot ask</c>: an answer from the guides. Exit code 0 answered, 1 not found or place needed.</summary>
internal static class AskCommand
{
    private static readonly Argument<string> Text = new("question") { Description = "问题" };
    private static readonly Option<string?> Place = new("--place") { Description = "参保地：名称或代码" };
    private static readonly Option<string?> Scheme = new("--scheme") { Description = "medical 或 work-injury" };
    private static readonly Option<string?> Previous = new("--previous") { Description = "上一个问题：追问“那材料呢”时用" };
    private static readonly Option<int> Top = new("--top") { Description = "列出几段原文", DefaultValueFactory = _ => 5 };

    public static Command Create()
    {
        var command = new Command("ask", "问政策：只用指南原文回答") { Text, Place, Scheme, Previous, Top };
        command.SetAction(result => CommandServices.Run(services => Ask(services, result)));
        return command;
    }

    private static int Ask(CommandServices services, ParseResult result)
    {
        var context = new Situation
        {
            Scheme = result.GetValue(Scheme), InsuredPlace = services.Place(result.GetValue(Place)), AsOf = CommandServices.Today,
        };
        var answer = services.Get<IAnswerer>().Answer(new Question(result.GetRequiredValue(Text), context, result.GetValue(Top), result.GetValue(Previous)));
        if (result.GetValue(CommandLine.Json))
        {
            CommandServices.WriteJson(answer);
        }
        else
        {
            PlainText.Write(answer);
        }

        return answer.Status == AnswerStatus.Answered ? 0 : 1;
    }
}
