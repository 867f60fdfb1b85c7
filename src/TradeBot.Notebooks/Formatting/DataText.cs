using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TradeBot.Notebooks;

/// <summary>Records, anonymous types, tuples and pairs in a line, as C# writes them: with their members as every other form shows them.</summary>
/// <remarks>What the compiler writes for them names the types of arrays and lists, and times as the machine's culture has them.</remarks>
internal static class DataText
{
    /// <param name="value">Any value.</param>
    /// <param name="member">Words for one of its members.</param>
    /// <param name="isDeep">Whether the value is so deep in others that its members are left out.</param>
    /// <param name="text">The line.</param>
    /// <returns>False for other types, and for records with words of their own.</returns>
    public static bool TryFormat(object value, Func<object?, string> member, bool isDeep, out string text)
    {
        text = value switch
        {
            ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => isDeep ? "…" : member(tuple[i])))})",
            DictionaryEntry pair => $"[{member(pair.Key)}, {(isDeep ? "…" : member(pair.Value))}]",
            _ when IsPair(value.GetType()) => $"[{string.Join(", ", ValueMembers.Of(value.GetType()).Read(value).Select(item => isDeep ? "…" : member(item)))}]",
            _ when IsWrittenByCompiler(value.GetType()) => Members(value, item => isDeep ? "…" : member(item)),
            _ => "",
        };
        return text.Length > 0;
    }

    private static string Members(object value, Func<object?, string> member)
    {
        Type type = value.GetType();
        ValueMembers members = ValueMembers.Of(type);
        string list = string.Join(", ", members.Names.Zip(members.Read(value), (name, item) => $"{name} = {member(item)}"));
        string name = type.Name.StartsWith('<') ? "" : TypeText.Of(type) + " ";
        return list.Length == 0 ? $"{name}{{ }}" : $"{name}{{ {list} }}";
    }

    /// <summary>True where the type does not define its own text.</summary>
    private static bool IsWrittenByCompiler(Type type) =>
        ValueMembers.IsPlainData(type)
        && (type.Name.StartsWith('<') || type.GetMethod(nameof(ToString), Type.EmptyTypes)?.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) == true)
        && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance)?.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) != false;

    private static bool IsPair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);
}
