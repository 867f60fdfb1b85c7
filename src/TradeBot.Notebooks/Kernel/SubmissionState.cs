using System.Reflection;

namespace TradeBot.Notebooks;

/// <summary>The variables of the cells run so far, held where compiled cells look for them.</summary>
internal sealed class SubmissionState
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    // Slot 0 is the host object, which our cells have none of; each cell with code takes the next.
    private object?[] _slots = new object?[64];
    private int _used = 1;

    /// <summary>Runs a cell's entry point; what it declares is kept even when it fails.</summary>
    public Task<object?> Run(MethodInfo factory) => factory.CreateDelegate<Func<object?[], Task<object?>>>()(_slots);

    /// <summary>Makes room for one more cell.</summary>
    /// <remarks>Cells hold on to the array they were given only while they start, so it can be replaced between them.</remarks>
    public void Reserve()
    {
        if (++_used >= _slots.Length)
            Array.Resize(ref _slots, _slots.Length * 2);
    }

    /// <summary>What a later cell sees, by name.</summary>
    public IReadOnlyList<SharedVariable> Variables()
    {
        var seen = new SortedDictionary<string, SharedVariable>(StringComparer.Ordinal);
        for (int i = _used; i > 0; i--)
        {
            if (_slots[i] is not { } owner)
                continue;
            foreach (FieldInfo field in owner.GetType().GetFields(Declared).Where(field => !field.Name.StartsWith('<')))
                seen.TryAdd(field.Name, new SharedVariable(field.Name, field.FieldType, field.GetValue(owner)));
        }

        return [.. seen.Values];
    }

    /// <summary>Fields named so in the latest cell that declares one, with the object that holds it.</summary>
    public (FieldInfo Field, object Owner)? Find(string name)
    {
        for (int i = _used; i > 0; i--)
        {
            if (_slots[i] is { } owner && owner.GetType().GetField(name, Declared) is { } field)
                return (field, owner);
        }

        return null;
    }
}
