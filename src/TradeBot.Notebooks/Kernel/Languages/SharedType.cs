using System.Collections;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace TradeBot.Notebooks;

/// <summary>The C# type under which a value from another language is declared.</summary>
/// <param name="Text">As C# writes it.</param>
/// <param name="Libraries">What the compiler must see for it, beyond what it sees.</param>
internal sealed record SharedType(string Text, IReadOnlyList<MetadataReference> Libraries)
{
    private static readonly Type[] Views = [typeof(IReadOnlyList<>), typeof(IReadOnlyDictionary<,>), typeof(IDictionary<,>), typeof(IEnumerable<>), typeof(IEnumerable)];

    /// <summary>The value's own type where C# can name it, else an interface that it has, else <c>dynamic</c>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isInSight">True for assemblies that cells refer to already.</param>
    public static SharedType Of(object? value, Func<Assembly, bool> isInSight)
    {
        if (value is null)
            return new SharedType("object", []);
        Type? type = Candidates(value.GetType()).FirstOrDefault(candidate => Parts(candidate).All(part => part.IsVisible && (isInSight(part.Assembly) || IsOnDisk(part.Assembly))));
        if (type is null)
            return new SharedType("dynamic", []);
        IEnumerable<Assembly> unseen = Parts(type).Select(part => part.Assembly).Where(assembly => !isInSight(assembly)).Distinct();
        return new SharedType(Write(type), [.. unseen.Select(assembly => MetadataReference.CreateFromFile(assembly.Location))]);
    }

    private static IEnumerable<Type> Candidates(Type type) =>
        type.GetInterfaces()
            .Where(face => Array.Exists(Views, view => view == (face.IsGenericType ? face.GetGenericTypeDefinition() : face)))
            .OrderBy(face => Array.IndexOf(Views, face.IsGenericType ? face.GetGenericTypeDefinition() : face))
            .Where(_ => type != typeof(string))
            .Prepend(type);

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        return type.GetGenericArguments().SelectMany(Parts).Prepend(type);
    }

    private static bool IsOnDisk(Assembly assembly) =>
        !assembly.IsDynamic && assembly.Location.Length > 0 && AssemblyLoadContext.GetLoadContext(assembly) == AssemblyLoadContext.GetLoadContext(typeof(SharedType).Assembly);

    private static string Write(Type type)
    {
        if (type.IsArray)
            return $"{Write(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        bool isOfCell = type.DeclaringType?.Name.StartsWith("Submission#", StringComparison.Ordinal) == true;
        string scope = isOfCell ? "" : type.DeclaringType is { } outer ? WriteOuter(outer, type) + "." : type.Namespace is null ? "global::" : $"global::{type.Namespace}.";
        int mark = type.Name.IndexOf('`', StringComparison.Ordinal);
        string name = scope + (mark < 0 ? type.Name : type.Name[..mark]);
        Type[] own = type.GetGenericArguments()[(isOfCell ? 0 : type.DeclaringType?.GetGenericArguments().Length ?? 0)..];
        return own.Length == 0 ? name : $"{name}<{string.Join(", ", own.Select(Write))}>";
    }

    /// <summary>A nested type's outer one; reflection lists its arguments with those of the inner one.</summary>
    private static string WriteOuter(Type outer, Type inner) =>
        Write(outer.IsGenericTypeDefinition ? outer.MakeGenericType(inner.GetGenericArguments()[..outer.GetGenericArguments().Length]) : outer);
}
