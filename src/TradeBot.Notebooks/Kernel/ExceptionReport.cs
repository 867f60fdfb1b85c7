using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TradeBot.Notebooks;

/// <summary>Words for what a cell threw: type, message and a trace of the researcher's own lines and the libraries they called.</summary>
internal static class ExceptionReport
{
    private const int Innermost = 60;
    private const int Outermost = 20;
    private const int MaxLocated = 10_000; // to find the lines of more takes seconds

    /// <param name="exception">What the cell threw.</param>
    /// <param name="cell">The name of the cell that ran; the error's line is the innermost of its lines.</param>
    public static CellError Of(Exception exception, string cell)
    {
        var trace = new List<string>();
        (string Cell, int First, int Last)? place = null;
        for (Exception? error = exception; error is not null; error = error.InnerException)
        {
            trace.Add((trace.Count == 0 ? "" : "caused by ") + $"{error.GetType().Name}: {error.Message}");
            var lines = new List<string>();
            foreach (StackFrame? frame in Frames(error))
            {
                lines.Add(frame is null ? TraceFolding.Omitted : "   at " + Describe(frame));
                if (frame is not null && CellPlace(frame) is { } at && at.Cell == cell)
                    place ??= at;
            }

            trace.AddRange(TraceFolding.Fold(lines));
        }

        int? line = place is { } found && found.First == found.Last ? found.First : null;
        return new CellError(exception.GetType().Name, exception.Message, line, null, trace);
    }

    /// <summary>The frames to report; of a very deep stack the innermost and the outermost, with null between them.</summary>
    private static IEnumerable<StackFrame?> Frames(Exception error)
    {
        StackFrame[] all = new StackTrace(error, fNeedFileInfo: false).GetFrames();
        if (all.Length <= MaxLocated)
            all = new StackTrace(error, fNeedFileInfo: true).GetFrames();
        if (all.Length <= Innermost + 10 * Outermost)
            return all.Where(IsTold);
        return all.Take(Innermost).Where(IsTold).Cast<StackFrame?>().Append(null).Concat(all.TakeLast(10 * Outermost).Where(IsTold).TakeLast(Outermost));
    }

    private static bool IsTold(StackFrame frame) => frame.GetMethod() is { } method && !IsMachinery(method);

    private static bool IsMachinery(MethodBase method)
    {
        Assembly assembly = method.Module.Assembly;
        return assembly == typeof(ExceptionReport).Assembly
            || assembly.GetName().Name is "FSharp.Compiler.Service"
            || method.DeclaringType == typeof(RuntimeMethodHandle)
            || method.DeclaringType?.Namespace is "System.Reflection" or "System.Runtime.CompilerServices" or "Internal.Runtime.CompilerHelpers" or "System.Runtime.ExceptionServices" or "System.Runtime"
            || method.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false);
    }

    private static bool IsCell(MethodBase method) => CellSymbols.Has(method.Module.Assembly);

    private static string Describe(StackFrame frame)
    {
        MethodBase method = frame.GetMethod()!;
        string name = IsCell(method) ? CellMethod(method) : FSharpFrame.Is(method) ? FSharpFrame.Name(method) : $"{method.DeclaringType?.FullName}.{method.Name}";
        string place = Place(frame);
        return name.Length > 0 && place.Length > 0 ? $"{name}, {place}" : name + place;
    }

    private static string Place(StackFrame frame)
    {
        if (CellPlace(frame) is { } place)
        {
            return place.First == place.Last
                ? string.Create(CultureInfo.InvariantCulture, $"{FileName(place.Cell)}, line {place.First}")
                : string.Create(CultureInfo.InvariantCulture, $"{FileName(place.Cell)}, in lines {place.First} to {place.Last}");
        }

        if (frame.GetFileLineNumber() == 0)
            return "";

        return string.Create(CultureInfo.InvariantCulture, $"{FileName(frame.GetFileName()!)}, line {frame.GetFileLineNumber()}");
    }

    /// <summary>Only the file's name of a library's source path, which is the same on every machine.</summary>
    private static string FileName(string path) => Path.GetFileName(path.Replace('\\', '/'));

    /// <summary>The line in a cell, or all lines of the method where the runtime does not know the line.</summary>
    private static (string Cell, int First, int Last)? CellPlace(StackFrame frame)
    {
        MethodBase method = frame.GetMethod()!;
        if (FSharpFrame.Is(method) && frame.GetFileLineNumber() > 0)
            return (FileName(frame.GetFileName()!), frame.GetFileLineNumber(), frame.GetFileLineNumber());
        if (!IsCell(method))
            return null;
        if (frame.GetFileLineNumber() == 0 || frame.GetILOffset() <= 0) // 0 is also what a shared throw block reports
            return CellSymbols.LinesOf(method);
        return (frame.GetFileName()!, frame.GetFileLineNumber(), frame.GetFileLineNumber());
    }

    /// <summary>The method as the cell's author wrote it; empty for the cell's own statements.</summary>
    private static string CellMethod(MethodBase method)
    {
        MethodBase source = method.Name == "MoveNext" ? Declared(method) : method;
        string owner = source.DeclaringType is { } type && !IsGenerated(type.Name) ? type.Name + "." : "";
        string name = Unmangled(source.Name);
        if (name.Length == 0)
            return owner.TrimEnd('.');
        return $"{owner}{name}({Parameters(source)})";
    }

    /// <summary>A method's parameters as C# writes them.</summary>
    internal static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => TypeText.Of(parameter.ParameterType) + " " + parameter.Name));

    private static MethodBase Declared(MethodBase moveNext)
    {
        Type machine = moveNext.DeclaringType!;
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        return machine.DeclaringType?.GetMethods(all).FirstOrDefault(m => m.GetCustomAttribute<StateMachineAttribute>()?.StateMachineType == machine) ?? moveNext;
    }

    private static bool IsGenerated(string typeName) => typeName.StartsWith('<') || typeName.StartsWith("Submission#", StringComparison.Ordinal);

    private static string Unmangled(string name)
    {
        if (name is "MoveNext" or "<Initialize>" or "<Factory>" or ".ctor" or ".cctor")
            return "";
        int local = name.IndexOf(">g__", StringComparison.Ordinal);
        if (local >= 0)
            return name[(local + 4)..name.IndexOf('|', local)];
        return name.StartsWith('<') ? "lambda" : name;
    }
}
