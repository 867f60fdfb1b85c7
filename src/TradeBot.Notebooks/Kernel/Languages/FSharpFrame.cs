using System.Reflection;

namespace TradeBot.Notebooks;

/// <summary>Methods that the F# compiler made of a cell, as the cell's author wrote them.</summary>
internal static class FSharpFrame
{
    private const string Assembly = "FSI-ASSEMBLY";
    private const string Module = "FSI_";

    public static bool Is(MethodBase method) => method.Module.Assembly.GetName().Name?.StartsWith(Assembly, StringComparison.Ordinal) == true;

    /// <summary>Empty for the cell's own statements.</summary>
    public static string Name(MethodBase method)
    {
        string[] owners = [.. (method.DeclaringType?.FullName ?? "").Split('.', '+').Where(name => !name.StartsWith(Module, StringComparison.Ordinal))];
        if (owners.Any(name => name.StartsWith('<')))
            return "";
        bool isClosure = method.Name is "Invoke" or "MoveNext" && owners is [.., var last] && last.Contains('@', StringComparison.Ordinal);
        return isClosure ? owners[^1].Split('@')[0] : $"{string.Join('.', owners.Append(method.Name))}({ExceptionReport.Parameters(method)})";
    }
}
