using System.CommandLine;
using TradeBot.Learning;
using TradeBot.Reporting;

namespace TradeBot.Cli.Commands;

internal static class ReportModelCommand
{
    private static readonly Argument<string> Version = new("version") { Description = "The version number, or the use that the version serves: research, paper or live." };

    public static Command Create()
    {
        var command = new Command("model", "A registered model: its training data, its scores out of sample, and how many trials were made.")
        {
            ModelArguments.Name, Version, ModelArguments.Folder, ReportArguments.Out,
        };
        command.SetAction(parsed =>
        {
            RegisteredModel model = ModelArguments.Load(ModelArguments.Registry(parsed), parsed.GetRequiredValue(ModelArguments.Name), parsed.GetRequiredValue(Version));
            return ReportArguments.Write(ModelReport.Create(model.Version), parsed);
        });
        return command;
    }
}
