using System.Runtime.ExceptionServices;
using FSharp.Compiler.CodeAnalysis;
using FSharp.Compiler.Diagnostics;
using FSharp.Compiler.EditorServices;
using FSharp.Compiler.Interactive;
using Microsoft.CodeAnalysis.Text;
using Microsoft.FSharp.Core;

namespace TradeBot.Notebooks;

/// <summary>F# cells, over the compiler's own interactive session.</summary>
internal sealed class FSharpLanguage : ICellLanguage
{
    private const string LastValue = "it";

    private static readonly string[] Arguments =
        ["fsi", "--noninteractive", "--nologo", "--gui-", "--quiet", "--readline-", "--targetprofile:netcore", "--usesdkrefs-", $"--reference:{typeof(FSharpLanguage).Assembly.Location}"];

    // A start that failed, for example because the working directory is missing, may succeed later.
    private readonly Lazy<Shell.FsiEvaluationSession> _session = new(Create, LazyThreadSafetyMode.PublicationOnly);

    public async Task RunAsync(CellStep step, CellExecution run) => await run.OnThreadAsync(async () =>
    {
        object? value = await WaitAsync(Evaluate(step.Text!, run));
        if (value is not null)
            run.Scope.Show(new ResultOutput(ValueFormatter.Format(value)));
        return value;
    });

    public IReadOnlyList<SharedVariable> Variables() =>
    [
        .. _session.Value.GetBoundValues().Where(bound => bound.Name != LastValue)
            .Select(bound => new SharedVariable(bound.Name, bound.Value.ReflectionType, bound.Value.ReflectionValue))
            .OrderBy(variable => variable.Name, StringComparer.Ordinal),
    ];

    public IReadOnlyList<CompletionItem> Complete(string before)
    {
        (FSharpParseFileResults parsed, FSharpCheckFileResults found, _) = _session.Value.ParseAndCheckInteraction(before, keepAssemblyContents: null);
        string line = before[(before.LastIndexOf('\n') + 1)..];
        PartialLongName name = QuickParse.GetPartialLongNameEx(line, line.Length - 1);
        DeclarationListInfo listed = found.GetDeclarationListInfo(FSharpOption<FSharpParseFileResults>.Some(parsed), before.AsSpan().Count('\n') + 1, line, name, null, null, null);
        return [.. listed.Items.Select(item => new CompletionItem(item.NameInList, item.Glyph.ToString().ToLowerInvariant(), item.FullName, Rank: item.IsOwnMember ? 0 : 1))];
    }

    public async Task DeclareAsync(string name, object? value, CellExecution run) => await run.OnThreadAsync(() =>
    {
        if (value is null)
            throw new NotSupportedException($"{name} is null, and F# takes only values that have a type.");
        try
        {
            _session.Value.AddBoundValue(name, FSharpView.Of(value));
        }
        catch (ArgumentException error)
        {
            throw new NotSupportedException($"F# cannot take {name}: {error.Message}", error);
        }

        return Task.FromResult<object?>(null);
    });

    public void Dispose()
    {
        if (_session.IsValueCreated)
            ((IDisposable)_session.Value).Dispose();
    }

    private static Shell.FsiEvaluationSession Create()
    {
        _ = WorkingFolder.Current; // the compiler asks for it, and would not say what is wrong
        var session = Shell.FsiEvaluationSession.Create(
            Shell.FsiEvaluationSession.GetDefaultConfiguration(), Arguments, TextReader.Null, TextWriter.Null, TextWriter.Null, FSharpOption<bool>.Some(false), null);
        session.EvalInteraction($"open {typeof(CellCommands).Namespace}\nopen type {typeof(CellCommands).FullName}", null);
        return session;
    }

    private object? Evaluate(CellSource text, CellExecution run)
    {
        var (outcome, diagnostics) = _session.Value.EvalInteractionNonThrowing(text.Code, text.Name, FSharpOption<CancellationToken>.Some(run.Cancellation));
        if (outcome is FSharpChoice<FSharpOption<Shell.FsiValue>, Exception>.Choice1Of2 { Item: var value })
            return value is null || value.Value.ReflectionType == typeof(Unit) ? null : value.Value.ReflectionValue ?? ScalarText.Null;

        CompilationMistake[] mistakes = [.. diagnostics.Where(found => found.Severity.IsError).Select(Mistake)];
        if (mistakes.Length > 0)
            throw new CompilationException(CompilationReport.Of(run.Cell, mistakes));
        if (outcome is FSharpChoice<FSharpOption<Shell.FsiValue>, Exception>.Choice2Of2 { Item: var failure })
            ExceptionDispatchInfo.Throw(failure);
        return null;
    }

    private static CompilationMistake Mistake(FSharpDiagnostic found) =>
        new(new LinePosition(Math.Max(found.StartLine - 1, 0), Math.Max(found.StartColumn, 0)), $"error {found.ErrorNumberText}: {found.Message.ReplaceLineEndings(" ")}");

    /// <summary>The result of a task, so that a cell ends with what it computes as C# cells do with <c>await</c>.</summary>
    private static async Task<object?> WaitAsync(object? value)
    {
        if (value is not Task task)
            return value;
        await task;
        Type type = task.GetType();
        object? result = type.GetProperty(nameof(Task<object>.Result))?.GetValue(task);
        return result is null or Unit || result.GetType().Name == "VoidTaskResult" ? null : result;
    }
}
