using System.Collections;

namespace TradeBot.Notebooks;

/// <summary>A type's name as C# writes it, without namespaces.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(char)] = "char",
        [typeof(short)] = "short", [typeof(ushort)] = "ushort", [typeof(int)] = "int", [typeof(uint)] = "uint",
        [typeof(long)] = "long", [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double",
        [typeof(decimal)] = "decimal", [typeof(string)] = "string", [typeof(object)] = "object", [typeof(void)] = "void",
    };

    /// <summary>What iterators are, in the order in which it says most.</summary>
    private static readonly Type[] Faces =
        [typeof(IAsyncEnumerable<>), typeof(IAsyncEnumerator<>), typeof(IEnumerable<>), typeof(IEnumerator<>), typeof(IEnumerable), typeof(IEnumerator)];

    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out string? keyword))
            return keyword;
        if (type.IsArray)
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying) + "?";
        if (IsMadeByCompiler(type))
            return type.GetInterfaces().Where(face => Rank(face) >= 0).MinBy(Rank) is { } face ? Of(face) : "object";
        if (!type.IsGenericType)
            return type.Name;

        int mark = type.Name.IndexOf('`', StringComparison.Ordinal);
        string name = mark < 0 ? type.Name : type.Name[..mark];
        return $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }

    /// <summary>True for the machines that the compiler makes of iterators and of async methods: their names mean nothing to a reader.</summary>
    public static bool IsMadeByCompiler(Type type) =>
        type.Name.StartsWith('<') && !type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal);

    private static int Rank(Type face) => Array.IndexOf(Faces, face.IsGenericType ? face.GetGenericTypeDefinition() : face);
}
