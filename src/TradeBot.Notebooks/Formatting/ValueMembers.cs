using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TradeBot.Notebooks;

/// <summary>What a table shows of a value: its readable properties and fields, base classes first, in the order written.</summary>
internal sealed class ValueMembers
{
    private static readonly ConditionalWeakTable<Type, ValueMembers> Known = [];

    private readonly (string Name, Func<object, object?> Read)[] _members;

    private ValueMembers(Type type)
    {
        IEnumerable<MemberInfo> properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0 && IsShowable(p.PropertyType));
        IEnumerable<MemberInfo> fields = type.GetFields(BindingFlags.Public | BindingFlags.Instance).Where(f => IsShowable(f.FieldType) && !f.Name.StartsWith('<')); // the compiler's own begin so
        _members =
        [
            .. properties.Concat(fields)
                .OrderBy(member => Depth(member.DeclaringType!))
                .ThenBy(member => member.MetadataToken)
                .DistinctBy(member => member.Name)
                .Select(member => (member.Name, Reader(member))),
        ];
    }

    public IReadOnlyList<string> Names => [.. _members.Select(member => member.Name)];

    public static ValueMembers Of(Type type) => Known.GetValue(type, static t => new ValueMembers(t));

    /// <summary>The values, in the order of <see cref="Names"/>; a property that throws shows what it threw.</summary>
    public object?[] Read(object value) => [.. _members.Select(member => member.Read(value))];

    private static Func<object, object?> Reader(MemberInfo member) => member switch
    {
        FieldInfo field => field.GetValue,
        PropertyInfo property => value =>
        {
            try
            {
                return property.GetValue(value);
            }
            catch (TargetInvocationException error)
            {
                return error.InnerException;
            }
        },
        _ => throw new ArgumentException($"{member.Name} is neither a field nor a property.", nameof(member)),
    };

    private static bool IsShowable(Type type) => type is { IsByRef: false, IsByRefLike: false, IsPointer: false, IsFunctionPointer: false };

    private static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;

    /// <summary>True for records, anonymous types, tuples and pairs: values that are the sum of their members.</summary>
    public static bool IsPlainData(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null
        || type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal)
        || typeof(ITuple).IsAssignableFrom(type)
        || type == typeof(DictionaryEntry)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));
}
