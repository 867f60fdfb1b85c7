using System.CommandLine;
using TradeBot.Cli.Printing;
using TradeBot.Learning;

namespace TradeBot.Cli.Commands;

internal static class ModelsCommand
{
    private static readonly Argument<int> Version = new("version") { Description = "The number of the version." };
    private static readonly Argument<string> VersionOrUse = new("version") { Description = "The version number, or the use that the version serves: research, paper or live." };
    private static readonly Argument<string> Champion = new("champion") { Description = "The version in service: a number, or the use that it serves." };
    private static readonly Argument<string> Challenger = new("challenger") { Description = "The number of the version that may replace it." };
    private static readonly Argument<ModelUse> Use = new("use") { Description = "research, paper or live." };
    private static readonly Option<string> Reason = new("--reason") { Description = "Why, for the record.", HelpName = "text", Required = true };

    public static Command Create() => new(
        "models",
        "List, show, promote and compare registered models. Exit code: 0 done, 1 refused, or drifted, 2 wrong usage, or a file that is damaged.")
    {
        List(), Show(), Promote(), Rollback(), Compare(), Drift(),
    };

    private static Command List()
    {
        var command = new Command("list", "List all versions of all models.") { ModelArguments.Folder, ModelArguments.Json };
        command.SetAction(parsed =>
        {
            DataArguments.RequireFolder(parsed.GetRequiredValue(ModelArguments.Folder), ModelArguments.Folder.Name);
            ModelRegistry registry = ModelArguments.Registry(parsed);
            PrinterOf(parsed).PrintAll([.. registry.Models.SelectMany(registry.Versions)]);
            return ExitCode.Success;
        });
        return command;
    }

    private static Command Show()
    {
        var command = new Command("show", "Show a version with its card and the model's history.") { ModelArguments.Name, VersionOrUse, ModelArguments.Folder, ModelArguments.Json };
        command.SetAction(parsed => Guarded(parsed, registry =>
        {
            string name = parsed.GetRequiredValue(ModelArguments.Name);
            PrinterOf(parsed).Print(ModelArguments.Load(registry, name, parsed.GetRequiredValue(VersionOrUse)).Version, registry.Promotions(name));
            return ExitCode.Success;
        }));
        return command;
    }

    private static Command Promote()
    {
        var command = new Command("promote", "Put a version into service for a use; its licence must include that use.") { ModelArguments.Name, Version, Use, Reason, ModelArguments.Folder };
        command.SetAction(parsed => Guarded(parsed, registry =>
        {
            string name = parsed.GetRequiredValue(ModelArguments.Name);
            registry.Promote(name, parsed.GetValue(Version), parsed.GetValue(Use), parsed.GetRequiredValue(Reason));
            PrinterOf(parsed).Print(registry.Promotions(name)[^1]);
            return ExitCode.Success;
        }));
        return command;
    }

    private static Command Rollback()
    {
        var command = new Command("rollback", "Undo the latest promotion to a use: the previous version serves again.") { ModelArguments.Name, Use, Reason, ModelArguments.Folder };
        command.SetAction(parsed => Guarded(parsed, registry =>
        {
            string name = parsed.GetRequiredValue(ModelArguments.Name);
            registry.Rollback(name, parsed.GetValue(Use), parsed.GetRequiredValue(Reason));
            PrinterOf(parsed).Print(registry.Promotions(name)[^1]);
            return ExitCode.Success;
        }));
        return command;
    }

    private static Command Compare()
    {
        var command = new Command("compare", "Compare the predictions of two versions on candles that neither was trained on, and test which has the smaller error.")
        {
            ModelArguments.Name, Champion, Challenger, ModelArguments.Symbol, ModelArguments.Length,
            ModelArguments.Folder, ModelArguments.Data, ModelArguments.From, ModelArguments.To, ModelArguments.Json,
        };
        command.SetAction(parsed => Guarded(parsed, registry =>
        {
            string name = parsed.GetRequiredValue(ModelArguments.Name);
            RegisteredModel champion = ModelArguments.Load(registry, name, parsed.GetRequiredValue(Champion)), challenger = ModelArguments.Load(registry, name, parsed.GetRequiredValue(Challenger));
            PrinterOf(parsed).Print(ModelContest.Of(champion, challenger, ModelArguments.RowsFor(parsed, champion, challenger)));
            return ExitCode.Success;
        }));
        return command;
    }

    private static Command Drift()
    {
        var command = new Command("drift", "Compare the candles since a version's training with those that it was trained on. Exit code: 1 when they have drifted.")
        {
            ModelArguments.Name, VersionOrUse, ModelArguments.Symbol, ModelArguments.Length,
            ModelArguments.Folder, ModelArguments.Data, ModelArguments.From, ModelArguments.To, ModelArguments.Json,
        };
        command.SetAction(parsed => Guarded(parsed, registry =>
        {
            RegisteredModel model = ModelArguments.Load(registry, parsed.GetRequiredValue(ModelArguments.Name), parsed.GetRequiredValue(VersionOrUse));
            Dataset data = ModelArguments.RowsFor(parsed, model);
            DriftReport drift = DriftReport.Of(model.Card, data, data.RowsFrom(model.Card.Training?.Until ?? DateTime.MinValue), model.Model);
            PrinterOf(parsed).Print(drift);
            return drift.HasDrifted ? ExitCode.Failure : ExitCode.Success;
        }));
        return command;
    }

    /// <summary>A refusal by the registry is an outcome, not a mistake in the command line.</summary>
    private static int Guarded(ParseResult parsed, Func<ModelRegistry, int> work)
    {
        try
        {
            return work(ModelArguments.Registry(parsed));
        }
        catch (InvalidOperationException exception)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"tradebot: {Mistake.Of(exception, parsed.CommandResult.Command)}");
            return ExitCode.Failure;
        }
    }

    private static ModelPrinter PrinterOf(ParseResult parsed) => new(parsed.InvocationConfiguration.Output) { AsJson = parsed.GetResult(ModelArguments.Json) is not null && parsed.GetValue(ModelArguments.Json) };
}
