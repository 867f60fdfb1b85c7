"""Notebooks that the runner and Jupyter's own client must execute alike: by name, a list of cells, each a source and its tags."""

DOCUMENTS = {
    "values": [
        ("1 + 1",), ("\"text\"",), ("null",), ("3.14",), ("new[] { 1, 2, 3 }",), ("new { A = 1, B = \"x\" }",),
        ("Enumerable.Range(0, 100).Select(i => new { Row = i, Square = i * i })",), ("int kept = 5;",), ("kept * 2",), ("",), ("// nothing",),
    ],
    "streams": [
        ("Console.WriteLine(\"one\"); Console.WriteLine(\"two\");",),
        ("Console.Write(\"out\"); Console.Error.Write(\"error\"); Console.Write(\"out again\");",),
        ("for (int i = 0; i < 5000; i++) Console.WriteLine(i);",),
        ("Console.Write(\"no line end\");\n42",),
        ("Console.Write(\"\U0001F680 \u00fc \\u001b[31mred\\u001b[0m\");",),
    ],
    "displays": [
        ("display(1); display(HTML(\"<b>bold</b>\")); \"**md**\".DisplayAs(\"text/markdown\");\n\"value\"",),
        ("\"{\\\"a\\\": [1, 2.50, null]}\".DisplayAs(\"application/json\");",),
        ("var bar = display(\"0 %\"); Console.Write(\"between\"); bar.Update(\"100 %\");",),
        ("foreach (int i in new[] { 1, 2 }) display(i);",),
    ],
    "clearings": [
        ("Console.Write(\"gone\"); display(1); clear_output(); Console.Write(\"stays\"); display(2);",),
        ("Console.Write(\"gone\"); display(1); clear_output(wait: true); Console.Write(\"stays\");",),
        ("display(\"stays\"); clear_output(wait: true);",),
        ("for (int i = 0; i < 3; i++) { clear_output(wait: true); display(i); }\n\"value\"",),
        ("var shown = display(1); clear_output(); shown.Update(2); display(3);",),
        ("Console.Write(\"gone\"); clear_output(wait: true); throw new InvalidOperationException(\"stays\");", "raises-exception"),
    ],
    "errors": [
        ("int before = 1; throw new InvalidOperationException(\"no\");", "raises-exception"),
        ("missing + 1", "raises-exception"),
        ("int F(int n) => n == 0 ? throw new FormatException(\"deep\") : F(n - 1);\nF(3)", "raises-exception"),
        ("before",),
    ],
    "awaits": [
        ("await Task.Delay(20);\n\"after\"",),
        ("int[] squares = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i => { await Task.Yield(); return i * i; }));\nsquares",),
        ("await Task.Run(() => Console.Write(\"from a task\"));",),
        ("var thread = new System.Threading.Thread(() => Console.Write(\"from a thread\")); thread.Start(); thread.Join();",),
    ],
    "types": [
        ("record Point(double X, double Y);",), ("new Point(1, 2.5)",), ("class Counter { int n; public int Next() => ++n; }\nvar counter = new Counter();",),
        ("counter.Next()",), ("counter.Next()",), ("System.IO.Path.GetFileName(Environment.CurrentDirectory)",), ("using System.Globalization;",),
        ("1234.5.ToString(CultureInfo.InvariantCulture)",),
    ],
    "languages": [
        ("int shared = 3; var rows = new[] { new { Symbol = \"SYN\", Price = 1.5 }, new { Symbol = \"SYM\", Price = 2.5 } };",),
        ("#!fsharp\nlet twice x = 2 * x\ntwice 21",),
        ("#!sql\nselect Symbol, Price * 2 as Twice from rows order by Symbol",),
        ("#!markdown\n# Title\n\n$x^2$",), ("#!html\n<b>bold</b>",), ("#!mermaid\ngraph TD; A-->B",), ("#!javascript\n1 + 1",),
        ("%%library\npublic static class Extensions { public static int Plus(this int a, int b) => a + b; }",), ("shared.Plus(4)",),
    ],
}
