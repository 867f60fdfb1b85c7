namespace TradeBot.Notebooks;

/// <summary>Words for a task: how it stands, and its result once there is one. It is not waited for.</summary>
internal static class TaskText
{
    /// <returns>False when the value is not a task.</returns>
    public static bool TryFormat(object? value, out string text)
    {
        text = value switch
        {
            Task task => Of(task),
            ValueTask task => Of(task.IsCompleted ? task.AsTask() : null, nameof(ValueTask)),
            { } other when IsValueTask(other.GetType()) => Of(other),
            _ => "",
        };
        return text.Length > 0;
    }

    private static string Of(Task task) => Of(task, ResultType(task) is { } result ? $"Task<{TypeText.Of(result)}>" : nameof(Task));

    /// <summary>A generic value task, read by reflection: it may be converted to a task only once, and only after it has ended.</summary>
    private static string Of(object valueTask)
    {
        Type type = valueTask.GetType();
        bool isCompleted = (bool)type.GetProperty(nameof(ValueTask.IsCompleted))!.GetValue(valueTask)!;
        return Of(isCompleted ? (Task)type.GetMethod(nameof(ValueTask.AsTask))!.Invoke(valueTask, null)! : null, TypeText.Of(type));
    }

    private static string Of(Task? task, string name) => task switch
    {
        { IsCanceled: true } => $"{name}, cancelled",
        { Exception: { } error } => $"{name}, failed: {error.GetBaseException().GetType().Name}: {error.GetBaseException().Message}",
        { IsCompletedSuccessfully: true } => ResultType(task) is null ? $"{name}, completed" : $"{name}, completed: {InlineText.Of(Result(task))}",
        _ => $"{name}, running: await it to get its result",
    };

    private static object? Result(Task task) => task.GetType().GetProperty(nameof(Task<int>.Result))!.GetValue(task);

    /// <summary>The result of a task; null for a task without one, which the framework represents by an internal type.</summary>
    private static Type? ResultType(Task task)
    {
        for (Type? type = task.GetType(); type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))
                return type.GetGenericArguments()[0] is { IsVisible: true } result ? result : null;
        }

        return null;
    }

    private static bool IsValueTask(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>);
}
