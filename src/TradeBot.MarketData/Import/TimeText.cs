namespace TradeBot.MarketData;

/// <summary>A parsed text time: date, time of day, and UTC offset if present.</summary>
/// <param name="Shape">How the date is written.</param>
/// <param name="Year">Four digits.</param>
/// <param name="First">The month, or the first number when the year is last.</param>
/// <param name="Second">The day, or the second number when the year is last.</param>
/// <param name="Milliseconds">Since midnight; finer fractions are truncated.</param>
/// <param name="HasClock">False for a date alone.</param>
/// <param name="OffsetMinutes">UTC offset; null when not given.</param>
internal readonly record struct TimeText(
    DateShape Shape, int Year, int First, int Second, long Milliseconds, bool HasClock, int? OffsetMinutes)
{
    private static ReadOnlySpan<byte> MonthLetters => "janfebmaraprmayjunjulaugsepoctnovdec"u8;

    /// <summary>False when the text is not a time.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out TimeText time)
    {
        time = default;
        var cursor = new Cursor(text.Trim((byte)' '));
        if (!TryDate(ref cursor, out time))
            return false;

        bool separated = cursor.Skip((byte)'T') || cursor.SkipBlanks();
        if (cursor.IsAtEnd)
            return true;
        if (!(separated || time.Shape == DateShape.Compact) || !TryClock(ref cursor, out long milliseconds))
            return false;

        cursor.SkipBlanks();
        if (!TryOffset(ref cursor, out int? offset) || !cursor.IsAtEnd)
            return false;

        time = time with { Milliseconds = milliseconds, HasClock = true, OffsetMinutes = offset };
        return true;
    }

    /// <summary>Milliseconds since 1970 by the text's own clock; false when there is no such day.</summary>
    public bool TryLocal(DateOrder order, out long milliseconds)
    {
        bool swapped = Shape is DateShape.YearLast or DateShape.YearLastDotted && order == DateOrder.DayFirst;
        (int month, int day) = swapped ? (Second, First) : (First, Second);
        milliseconds = 0;
        if (Year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(Year, month))
            return false;

        milliseconds = UnixTime.FromDateTime(new DateTime(Year, month, day, 0, 0, 0, DateTimeKind.Utc)) + Milliseconds;
        return true;
    }

    private static bool TryDate(ref Cursor cursor, out TimeText time)
    {
        time = default;
        if (cursor.TryMonth(out int month)) // Jan 02, 2024
        {
            cursor.Skip((byte)'.');
            return cursor.SkipBlanks() && cursor.TryDigits(1, 2, out int day) && (cursor.Skip((byte)',') | cursor.SkipBlanks())
                && cursor.TryDigits(4, 4, out int year) && Make(DateShape.Named, year, month, day, out time);
        }

        switch (cursor.CountDigits())
        {
            case 8 or 12 or 14 or 17: // 20240131, with the clock joined or not
                return cursor.TryDigits(4, 4, out int compact) && cursor.TryDigits(2, 2, out month) && cursor.TryDigits(2, 2, out int date)
                    && Make(DateShape.Compact, compact, month, date, out time);
            case 4:
                return cursor.TryDigits(4, 4, out int year) && cursor.TrySeparator(out byte sign)
                    && (cursor.TryMonth(out month) || cursor.TryDigits(1, 2, out month))
                    && cursor.Skip(sign) && cursor.TryDigits(1, 2, out int day)
                    && Make(sign == (byte)'.' ? DateShape.YearFirstDotted : DateShape.YearFirst, year, month, day, out time);
            case 1 or 2:
                return TryYearLast(ref cursor, out time);
            default:
                return false;
        }
    }

    private static bool TryYearLast(ref Cursor cursor, out TimeText time)
    {
        time = default;
        if (!cursor.TryDigits(1, 2, out int first) || !(cursor.TrySeparator(out byte sign) || cursor.TryBlank(out sign)))
            return false;
        if (cursor.TryMonth(out int month)) // 02-Jan-2024
            return cursor.Skip(sign) && cursor.TryDigits(4, 4, out int named) && Make(DateShape.Named, named, month, first, out time);

        DateShape shape = sign == (byte)'.' ? DateShape.YearLastDotted : DateShape.YearLast;
        return sign != (byte)' ' && cursor.TryDigits(1, 2, out int second) && cursor.Skip(sign) && cursor.TryDigits(4, 4, out int year)
            && Make(shape, year, first, second, out time);
    }

    private static bool Make(DateShape shape, int year, int first, int second, out TimeText time)
    {
        time = new TimeText(shape, year, first, second, 0, HasClock: false, OffsetMinutes: null);
        return true;
    }

    private static bool TryClock(ref Cursor cursor, out long milliseconds)
    {
        int hour, minute = 0, second = 0, fraction = 0;
        milliseconds = 0;
        int digits = cursor.CountDigits();
        if (digits is 4 or 6 or 9) // 1530, 153000, 153000000
        {
            if (!cursor.TryDigits(2, 2, out hour) || !cursor.TryDigits(2, 2, out minute)
                || (digits > 4 && !cursor.TryDigits(2, 2, out second)) || (digits > 6 && !cursor.TryDigits(3, 3, out fraction)))
                return false;
        }
        else
        {
            if (!cursor.TryDigits(1, 2, out hour))
                return false;
            bool hasMinutes = cursor.Skip((byte)':');
            if (hasMinutes && !cursor.TryDigits(2, 2, out minute))
                return false;
            if (hasMinutes && cursor.Skip((byte)':') && (!cursor.TryDigits(2, 2, out second) || !cursor.TryFraction(out fraction)))
                return false;

            bool isHalfDay = cursor.TryHalfDay(out int half);
            if (isHalfDay ? hour is < 1 or > 12 : !hasMinutes)
                return false;
            hour = isHalfDay ? hour % 12 + half : hour;
        }

        if (hour > 23 || minute > 59 || second > 59)
            return false;
        milliseconds = ((hour * 60L + minute) * 60 + second) * 1000 + fraction;
        return true;
    }

    // Z, UTC, GMT, +01:00, +0100, +01, GMT+0100; empty means no offset.
    private static bool TryOffset(ref Cursor cursor, out int? minutes)
    {
        minutes = null;
        if (cursor.IsAtEnd)
            return true;

        if (cursor.Skip((byte)'Z'))
        {
            minutes = 0;
            return true;
        }

        if (cursor.SkipWord("UTC"u8) || cursor.SkipWord("GMT"u8))
        {
            minutes = 0;
            if (cursor.IsAtEnd)
                return true;
        }

        int sign = cursor.Skip((byte)'+') ? 1 : cursor.Skip((byte)'-') ? -1 : 0;
        int rest = 0;
        if (sign == 0 || !cursor.TryDigits(2, 2, out int hours))
            return false;
        if (!cursor.IsAtEnd)
        {
            cursor.Skip((byte)':');
            if (!cursor.TryDigits(2, 2, out rest))
                return false;
        }

        minutes = sign * (hours * 60 + rest);
        return hours <= 14 && rest < 60;
    }

    private ref struct Cursor(ReadOnlySpan<byte> text)
    {
        private ReadOnlySpan<byte> _rest = text;

        public readonly bool IsAtEnd => _rest.IsEmpty;

        public readonly int CountDigits()
        {
            int end = _rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            return end < 0 ? _rest.Length : end;
        }

        public bool Skip(byte character)
        {
            if (_rest.IsEmpty || _rest[0] != character)
                return false;
            _rest = _rest[1..];
            return true;
        }

        public bool SkipBlanks()
        {
            int before = _rest.Length;
            _rest = _rest.TrimStart((byte)' ');
            return _rest.Length < before;
        }

        public bool SkipWord(ReadOnlySpan<byte> word)
        {
            if (!_rest.StartsWith(word))
                return false;
            _rest = _rest[word.Length..];
            return true;
        }

        public bool TrySeparator(out byte sign)
        {
            sign = _rest is [(byte)'-' or (byte)'/' or (byte)'.', ..] ? _rest[0] : (byte)0;
            return sign != 0 && Skip(sign);
        }

        public bool TryBlank(out byte sign)
        {
            sign = (byte)' ';
            return Skip(sign);
        }

        public bool TryDigits(int fewest, int most, out int value)
        {
            value = 0;
            int count = Math.Min(CountDigits(), most);
            if (count < fewest)
                return false;
            for (int i = 0; i < count; i++)
                value = value * 10 + _rest[i] - '0';
            _rest = _rest[count..];
            return true;
        }

        public bool TryFraction(out int milliseconds)
        {
            milliseconds = 0;
            if (!Skip((byte)'.') && !Skip((byte)','))
                return true;
            int count = CountDigits();
            if (count == 0)
                return false;
            for (int i = 0; i < 3; i++)
                milliseconds = milliseconds * 10 + (i < count ? _rest[i] - '0' : 0);
            _rest = _rest[count..];
            return true;
        }

        public bool TryHalfDay(out int hours)
        {
            hours = 0;
            ReadOnlySpan<byte> word = _rest.TrimStart(" -"u8); // 12-AM
            if (word is not [(byte)'A' or (byte)'a' or (byte)'P' or (byte)'p', (byte)'M' or (byte)'m', ..])
                return false;
            hours = word[0] is (byte)'P' or (byte)'p' ? 12 : 0;
            _rest = word[2..];
            return true;
        }

        // The English name or its first three letters.
        public bool TryMonth(out int month)
        {
            month = 0;
            int count = 0;
            while (count < _rest.Length && char.IsAsciiLetter((char)_rest[count]))
                count++;
            if (count < 3)
                return false;

            Span<byte> letters = [(byte)(_rest[0] | 0x20), (byte)(_rest[1] | 0x20), (byte)(_rest[2] | 0x20)];
            for (int i = 0; i < 12; i++)
            {
                if (!letters.SequenceEqual(MonthLetters.Slice(3 * i, 3)))
                    continue;
                month = i + 1;
                _rest = _rest[count..];
                return true;
            }

            return false;
        }
    }
}

/// <summary>The time of one row.</summary>
/// <param name="Milliseconds">Since 1970-01-01, by UTC or by the source's clock.</param>
/// <param name="IsLocal">True where it is a time of day by the source's clock, which a zone may shift.</param>
internal readonly record struct ImportedTime(long Milliseconds, bool IsLocal);
