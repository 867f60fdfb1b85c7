using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TradeBot.Notebooks;

/// <summary>Formatters that a type names by convention, so that its library needs no notebook package.</summary>
/// <remarks>
/// The type, or a base class, has an attribute named <c>TypeFormatterSourceAttribute</c> (any namespace)
/// whose <c>FormatterSourceType</c> has a parameterless constructor and <c>CreateTypeFormatters()</c>; each
/// formatter has <c>string MimeType</c> and <c>bool Format(object, TextWriter)</c>, false meaning that it has
/// nothing to say of this value. A collection of such values is offered to the formatters too, as an array of
/// their type: a comparison says more than a list. Where none of them takes it, it is shown as other sequences are.
/// </remarks>
internal sealed class ConventionFormatters
{
    private const string AttributeName = "TypeFormatterSourceAttribute";

    private static readonly ConditionalWeakTable<Type, ConventionFormatters> Known = [];

    private readonly (string MimeType, Func<object, TextWriter, bool> Format)[] _formatters;

    private ConventionFormatters(Type type)
    {
        _formatters = Attribute(type) is { } attribute ? [.. Create(type, attribute)] : [];
    }

    /// <returns>Null when the type names no formatters, or none of them applies.</returns>
    public static MimeBundle? Format(object value)
    {
        ConventionFormatters own = Of(value.GetType());
        return own._formatters.Length > 0 ? own.Bundle(value) : FormatElements(value);
    }

    private static ConventionFormatters Of(Type type) => Known.GetValue(type, static t => new ConventionFormatters(t));

    private static MimeBundle? FormatElements(object value)
    {
        if (value is not IEnumerable items || ElementType(value.GetType()) is not { } element || Of(element) is not { _formatters.Length: > 0 } known)
            return null;
        object?[] elements = [.. items];
        Array array = Array.CreateInstance(element, elements.Length);
        elements.CopyTo(array, 0);
        try
        {
            return known.Bundle(array);
        }
        catch (InvalidCastException)
        {
            return null; // written for one value at a time, which is all that the convention asks for
        }
    }

    /// <summary>What a collection holds; null for what has no known end.</summary>
    private static Type? ElementType(Type type)
    {
        if (type.IsArray)
            return type.GetArrayRank() == 1 ? type.GetElementType() : null;
        Type[] collections =
        [
            .. type.GetInterfaces().Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>)),
        ];
        return collections is [var only] ? only.GetGenericArguments()[0] : null;
    }

    private MimeBundle? Bundle(object value)
    {
        var forms = new List<(string MimeType, string Content)>();
        foreach ((string mimeType, Func<object, TextWriter, bool> format) in _formatters)
        {
            using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
            if (format(value, writer))
                forms.Add((mimeType, writer.ToString()));
        }

        if (forms.Count == 0)
            return null;
        bool hasText = forms.Any(form => form.MimeType == MimeBundle.PlainText);
        var bundle = new MimeBundle(hasText ? "" : ValueFormatter.PlainText(value));
        return forms.Aggregate(bundle, (result, form) => result.With(form.MimeType, form.Content));
    }

    private static Attribute? Attribute(Type type)
    {
        for (Type? at = type; at is not null; at = at.BaseType)
        {
            if (at.GetCustomAttributes(inherit: false).FirstOrDefault(a => a.GetType().Name == AttributeName) is Attribute found)
                return found;
        }

        return null;
    }

    private static IEnumerable<(string MimeType, Func<object, TextWriter, bool> Format)> Create(Type type, Attribute attribute)
    {
        object? source = attribute.GetType().GetProperty("FormatterSourceType")?.GetValue(attribute);
        if (source is not Type sourceType)
            throw Broken(type, $"the attribute {attribute.GetType().FullName} needs a property FormatterSourceType of type Type");
        if (sourceType.GetConstructor(Type.EmptyTypes) is not { } constructor)
            throw Broken(type, $"{sourceType.FullName} needs a public constructor without parameters");
        if (sourceType.GetMethod("CreateTypeFormatters", Type.EmptyTypes)?.Invoke(constructor.Invoke(null), null) is not IEnumerable formatters)
            throw Broken(type, $"{sourceType.FullName} needs a public method CreateTypeFormatters() that returns the formatters");

        return formatters.Cast<object>().Select(formatter => Bind(type, formatter));
    }

    private static (string MimeType, Func<object, TextWriter, bool> Format) Bind(Type type, object formatter)
    {
        Type formatterType = formatter.GetType();
        if (formatterType.GetProperty("MimeType")?.GetValue(formatter) is not string mimeType)
            throw Broken(type, $"{formatterType.FullName} needs a public property string MimeType");
        MethodInfo? format = formatterType.GetMethod("Format", [typeof(object), typeof(TextWriter)]);
        if (format?.ReturnType != typeof(bool) || format.GetParameters()[0].ParameterType != typeof(object))
            throw Broken(type, $"{formatterType.FullName} needs a public method bool Format(object, TextWriter)");
        return (mimeType, format.CreateDelegate<Func<object, TextWriter, bool>>(formatter));
    }

    private static InvalidOperationException Broken(Type type, string why) =>
        new($"The formatters that {type.FullName} names cannot be used: {why}.");
}
