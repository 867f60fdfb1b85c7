using System.Reflection;
using System.Reflection.Emit;

namespace TradeBot.Strategies;

/// <summary>Inspects a strategy's code for calls whose result does not come from its candles.</summary>
/// <remarks>
/// Follows the methods of the given types, of their nested types, and what those call in the same
/// assembly, as far as the call target is known. Code that is not available, such as a dynamic method, is skipped.
/// </remarks>
internal static class CodeInspection
{
    private const int MostMethods = 4_000;

    private const BindingFlags Everything =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly OpCode[] OneByte = new OpCode[256];
    private static readonly OpCode[] TwoBytes = new OpCode[256];

    /// <summary>Types that are forbidden altogether, and forbidden members of otherwise harmless types.</summary>
    private static readonly string[] Forbidden =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.TimeProvider.get_System", "System.TimeProvider.GetUtcNow", "System.TimeProvider.GetLocalNow",
        "System.Environment.get_TickCount", "System.Environment.get_TickCount64",
        "System.Random.get_Shared", "System.Guid.NewGuid",
        "System.Diagnostics.Stopwatch.", "System.Security.Cryptography.RandomNumberGenerator.",
        "System.IO.File.", "System.IO.FileInfo.", "System.IO.FileStream.", "System.IO.StreamReader.", "System.Net.",
    ];

    static CodeInspection()
    {
        foreach (FieldInfo field in typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var code = (OpCode)field.GetValue(null)!;
            (code.Size == 1 ? OneByte : TwoBytes)[code.Value & 0xFF] = code;
        }
    }

    /// <summary>Each forbidden call with the method that makes it, such as <c>DateTime.UtcNow in Session.Decide</c>.</summary>
    public static IReadOnlyList<string> Calls(params Type[] types)
    {
        Queue<MethodBase> open = new(types.SelectMany(WithNested).SelectMany(Methods));
        HashSet<MethodBase> seen = [.. open];
        List<string> found = [];
        while (open.TryDequeue(out MethodBase? method) && seen.Count < MostMethods)
        {
            foreach (MethodBase callee in Callees(method))
            {
                if (IsForbidden(callee))
                    found.Add($"{Describe(callee)} in {method.DeclaringType!.Name}.{method.Name}");
                else if (callee.Module.Assembly == method.Module.Assembly && seen.Add(callee))
                    open.Enqueue(callee);
            }
        }

        return [.. found.Distinct()];
    }

    private static IEnumerable<Type> WithNested(Type type) =>
        type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).SelectMany(WithNested).Prepend(type);

    private static IEnumerable<MethodBase> Methods(Type type) => [.. type.GetMethods(Everything), .. type.GetConstructors(Everything)];

    private static bool IsForbidden(MethodBase method)
    {
        if (method.DeclaringType is not { FullName: { } type })
            return false;
        bool isUnseeded = type == "System.Random" && method is ConstructorInfo && method.GetParameters().Length == 0;
        string name = $"{type}.{method.Name}";
        return isUnseeded || Forbidden.Any(f => f.EndsWith('.') ? name.StartsWith(f, StringComparison.Ordinal) : name == f);
    }

    private static string Describe(MethodBase method)
    {
        string member = method switch
        {
            ConstructorInfo => "constructor",
            _ when method.Name.StartsWith("get_", StringComparison.Ordinal) => method.Name[4..],
            _ => method.Name,
        };
        return $"{method.DeclaringType!.Name}.{member}";
    }

    private static IEnumerable<MethodBase> Callees(MethodBase method)
    {
        byte[]? code = method.GetMethodBody()?.GetILAsByteArray();
        for (int at = 0; at < code?.Length;)
        {
            OpCode operation = code[at] == 0xFE ? TwoBytes[code[at + 1]] : OneByte[code[at]];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineMethod && Resolve(method, BitConverter.ToInt32(code, at)) is { } callee)
                yield return callee;
            at += OperandLength(operation.OperandType, code, at);
        }
    }

    private static MethodBase? Resolve(MethodBase method, int token)
    {
        Type[]? ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        Type[]? ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return method.Module.ResolveMethod(token, ofType, ofMethod);
    }

    private static int OperandLength(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
