"""Turns artifacts of Cairn into JSON, as docs/format.md describes both; it needs no Java.

    decode.py ARTIFACT SCHEMA [ARTIFACT SCHEMA ...]     prints a line of JSON for each artifact

A file that is wrong ends it with a sentence on standard error and status 1, a wrong call with 2.
"""
import ctypes
import datetime
import decimal
import hashlib
import json
import math
import re
import struct
import sys
from collections import namedtuple

SECOND = 1_000_000_000  # in nanoseconds
DAYS = -365_243_219_162, 365_241_780_471  # of dates, from 1970 on
INSTANTS = -31_557_014_167_219_200 * SECOND, 31_556_889_864_403_200 * SECOND - 1
EXACT = decimal.Context(prec=decimal.MAX_PREC, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN)
LATER = "unless a later version of Cairn wrote it"
PRIMITIVES = {"bool": "B", "i8": "b", "i16": "h", "char": "H", "i32": "i", "i64": "q",
              "f32": "f", "f64": "d"}  # in the order of their tags, with the letters of struct
WORD = {"cairn schema 0": r"[^ \n'\\<>{},:?]+", "cairn schema 1": r"(?a:[\w$.-]+)"}  # no quotes
# The f32 that the decimal with the fewest digits does not lie closest to: there is no other one
FURTHER_UP = {2.0**-96: 1.2621775e-29, 2.0**87: 1.5474251e26, 2.0**90: 1.2379401e27}
Type = namedtuple("Type", "word within named")  # word: a keyword (with its ?) or a class


class JsonText(str):
    """JSON that is written as it is: text (not of strings and constants), numbers, all digits."""


def check(condition, problem):
    """Ends with an error unless a condition holds."""
    if not condition:
        raise ValueError(problem)


class Schema:
    """The types of a schema (section Schemas), canonical or not. Its last token comes next."""
    def __init__(self, data):
        line, _, text = data.decode("utf-8").partition("\n")
        check(line in WORD, f"the schema begins with {ascii(line[:40])}, unknown {LATER}")
        self.tokens = re.findall(rf"{WORD[line]}|'(?:[^'\\\n]|\\['\\n])*'|<>|{{}}|.|\n", text)[::-1]
        self.keywords = TYPES_WITHIN.keys() - ({"random"} if line[-1] == "0" else ())
        self.definitions, self.classes = {}, set()  # a definition: its kind, what is in braces
        self.root = self.read_type()
        self.next("\n")
        while self.tokens:
            self.read_definition()
        missing = ascii(self.classes - self.definitions.keys())
        check(missing == "set()", f"the schema does not define {missing[:80]}, {LATER}")

    def next(self, *expected):
        """Takes the next token, which has to be one of those expected, or a name or keyword."""
        token = self.tokens.pop() if self.tokens else ""
        found, wanted = ascii(token[:40]), ascii(" or ".join(expected) or "a name")
        if token not in expected if expected else token in " \n'\\<>{},:?":
            raise ValueError(f"the schema has {found} where {wanted} should be, {LATER}")
        return token

    def read_list(self, brackets, read):
        """Reads what comes in brackets, between commas."""
        members = []
        if self.next(brackets, brackets[0]) != brackets:
            while not members or self.next(",", brackets[1]) == ",":
                members.append(read())
        return members

    def read_name(self):
        """Reads a name, without its quotes."""
        token = self.next()
        return token if token[0] != "'" else re.sub(
            r"\\(.)", lambda it: "\n" if it[1] == "n" else it[1], token[1:-1])

    def read_type(self, level=1):
        """Reads a type: a keyword with as many types as it has, any with any, or else a class."""
        is_class = not self.tokens or self.tokens[-1] not in self.keywords
        word, within = self.read_name(), []
        if is_class:
            self.classes.add(word)
        elif TYPES_WITHIN[word] != 0:
            check(level <= 100, "the schema has types within types in more than 100 levels")
            within = self.read_list("<>", lambda: self.read_type(level + 1))
            check(len(within) == TYPES_WITHIN[word] if word != "any" else
                  all(it.named for it in within), f"the schema has a {word} of wrong types")
        elif word in PRIMITIVES and self.tokens[-1:] == ["?"]:
            word += self.next("?")
        return Type(word, within, is_class)

    def read_definition(self):
        """Reads the definition of a named type."""
        kind, _, name = self.next(), self.next(" "), self.read_name()
        check(kind in ("struct", "enum", "sealed", "custom", "opaque-kryo", "opaque-java"),
              f"the schema has a definition {ascii(kind[:80])}, {LATER}")
        members = self.read_list("{}", self.read_name if kind != "struct" else lambda: (
            self.read_name(), self.next(":"), self.read_type()))
        self.next("\n")
        names = {it[0] for it in members} - {"@type"} if kind == "struct" else set(members)
        check(name not in self.definitions and len(names) == len(members) and (
            kind != "custom" or len(names) == 1), f"{ascii(name[:40])} is twice or wrong")
        self.classes.update(members if kind == "sealed" else ())
        self.definitions[name] = kind, [f"class {name}"] if kind[:6] == "opaque" else members


class Reader:
    """Reads a value at a position in the bytes."""
    def __init__(self, data, position, definitions):
        self.data, self.position, self.definitions = data, position, definitions

    def in_range(self, value, lowest, highest, what):
        """The value, which has to be in a range."""
        if not lowest <= value <= highest:
            raise ValueError(
                f"{what} before byte {self.position} is {value}, not from {lowest} to {highest}")
        return value

    def take(self, number):
        """The next bytes, if so many are left."""
        self.in_range(number, 0, len(self.data) - self.position, "a number of bytes")
        self.position += number
        return self.data[self.position - number:self.position]

    def byte(self, highest=255):
        """The next byte; a present byte is 1 at most."""
        return self.in_range(self.take(1)[0], 0, highest, "a byte")

    def varint(self, most=5):
        """An unsigned number of 32 bits in at most five bytes, or of 64 in nine, as in an i64."""
        value = 0
        for shift in range(0, 7 * most, 7):
            byte = self.byte(0x0F if shift == 28 and most == 5 else 0xFF)
            value |= (byte if shift == 56 else byte & 0x7F) << shift
            if byte < 0x80:
                break
        return value

    def zigzag(self, most):
        """An i32 in at most five bytes, or an i64 in nine (section Primitives)."""
        value = self.varint(most)
        return value >> 1 ^ -(value & 1)

    def text(self, number=None):
        """A text of so many bytes, or of a number of bytes that is read before (section Text)."""
        number = self.varint() if number is None else number
        text = self.take(number).decode("utf-8", "surrogatepass")
        check(not re.search("[\ud800-\udbff][\udc00-\udfff]", text),
              f"a text before byte {self.position} has a character in six bytes")
        return text

    def big(self, scale):
        """A biginteger, or the unscaled value of a bigdecimal, which Python writes as Java does."""
        data = self.take(self.in_range(self.varint(), 1, 2**31 - 1, "a number of bytes"))
        number = int.from_bytes(data, "big", signed=True)
        return JsonText("-" * (number < 0) + str(EXACT.scaleb(abs(number), -scale)))

    def seconds(self):
        """Seconds, and nanoseconds that are added to them; all of it in nanoseconds."""
        return self.zigzag(9) * SECOND + self.in_range(self.zigzag(5), 0, SECOND - 1, "a fraction")

    def duration(self):
        """A duration, as text, with its sign in each part."""
        total = self.seconds()
        seconds, fraction = divmod(abs(total), SECOND)
        last = f"{seconds % 60}.{fraction:09}".rstrip("0").rstrip(".")
        parts = f"{seconds // 3600}H", f"{seconds // 60 % 60}M", f"{last}S"
        parts = ["-" * (total < 0) + it for it in parts if it not in ("0H", "0M", "0S")]
        return "PT" + ("".join(parts) or "0S")

    def time(self):
        """A time of day, as text."""
        return time_text(self.in_range(self.zigzag(9), 0, 86_400 * SECOND - 1, "a time"))

    def offset(self):
        """An offset from UTC, as text."""
        seconds = self.in_range(self.zigzag(5), -64_800, 64_800, "an offset")
        return ("-" if seconds < 0 else "+") + time_text(abs(seconds) * SECOND) if seconds else "Z"

    def year(self):
        """A year."""
        return self.in_range(self.zigzag(5), -999_999_999, 999_999_999, "a year")

    def date_time(self):
        """A date and a time of day, as text."""
        return f"{VALUE_TYPES['localdate'](self)}T{self.time()}"

    def zoned(self):
        """A date, a time of day, an offset and a zone, as text."""
        text, offset, zone = self.date_time(), self.offset(), self.text()
        return text + offset + (f"[{zone}]" if zone != offset else "")

    def elements(self, word, number):
        """The elements of an array of primitives (section Arrays)."""
        data = self.take(number * struct.calcsize(PRIMITIVES[word]))
        convert = {"bool": lambda value: self.in_range(value, 0, 1, "a bool") == 1,
                   "char": lambda unit: quoted(chr(unit)), "f64": float_text,
                   "f32": lambda value: float_text(value, is_f32=True)}.get(word, int)
        return [convert(it) for it in struct.unpack(f"<{number}{PRIMITIVES[word]}", data)]

    def members(self, word, within, number):
        """What follows a number: so many bytes of a string, elements, or entries of a map."""
        if word == "string":
            return self.text(number)
        if word == "array" and within[0].word in PRIMITIVES and not within[0].named:
            return self.elements(within[0].word, number)
        self.in_range(number, 0, len(self.data) - self.position, "a number of elements")
        if len(within) == 1:
            return [self.whole(within[0]) for _ in range(number)]
        entries = [(self.whole(within[0]), self.whole(within[1])) for _ in range(number)]
        if len({key for key, _ in entries if type(key) is str}) == number:
            return dict(entries)
        return [{"key": key, "value": value} for key, value in entries]

    def body(self, name, number=None):
        """A value of a named type that is not null; its number may have been read before."""
        kind, members = self.definitions[name]
        if kind in ("enum", "sealed"):
            number = self.varint() if number is None else number
            member = members[self.in_range(number, 0, len(members) - 1, f"a number of {kind}")]
            return member if kind == "enum" else self.body(member)
        if kind == "struct":
            return {"@type": name} | {field: self.whole(type_) for field, _, type_ in members}
        size, is_last = 0, False
        while not is_last:
            number, is_last = divmod(self.varint(), 2)
            size += len(self.take(number))
        return {"@type": name, "@reader": members[0], "@size": size}

    def any(self, type_):
        """A value declared as Object (section Objects)."""
        tag = self.in_range(self.varint(), 0, 49, f"a tag, {LATER},")
        if tag == 0:
            return None
        if tag == 3:
            number = self.in_range(self.varint(), 0, len(type_.within) - 1, "a number of a class")
            return self.body(type_.within[number].word)
        if tag > 20:
            return quoted(list(VALUE_TYPES.values())[tag - 21](self))
        primitive = Type(list(PRIMITIVES)[(tag - 5) % 8], [], False)
        held = {1: Type("collection", [type_], False), 2: Type("map", [type_] * 2, False),
                4: Type("string", [], False)}.get(tag, Type("array", [primitive], False))
        value = self.whole(primitive if 5 <= tag <= 12 else held)
        check(value is not None, f"an any before byte {self.position} has a null that is not its 0")
        return value

    def whole(self, type_):
        """A value as its type says, which may be null."""
        word, within, named = type_
        kind = self.definitions[word][0] if named else word
        if kind == "any":
            return self.any(type_)
        if kind in ("i32", "i64"):
            return self.zigzag(5 if kind == "i32" else 9)
        if kind in PRIMITIVES:
            return self.elements(kind, 1)[0]
        if kind in ("set", "collection", "map"):
            is_enum = within[0].named and self.definitions[within[0].word][0] == "enum"
            number = self.byte(5 if is_enum else 4)
            self.in_range(number, 2 if number and kind != "collection" else 0, 5, "a kind")
            return self.members(kind, within, self.varint()) if number else None
        if kind == "optional":
            number = self.byte(2)
            value = self.whole(within[0]) if number == 2 else JsonText("null")
            check(value is not None, f"an optional before byte {self.position} has null in it")
            return quoted(value) if number else None
        if kind in ("string", "enum", "sealed") or within and kind != "entry":
            number = self.varint() - 1
            if number < 0:
                return None
            return self.body(word, number) if named else self.members(word, within, number)
        if not self.byte(1):
            return None
        if kind == "entry":
            return {"key": self.whole(within[0]), "value": self.whole(within[1])}
        if named:
            return self.body(word)
        if kind[-1] == "?":
            return self.whole(Type(kind[:-1], (), False))
        return quoted(VALUE_TYPES[kind](self))


def quoted(value):
    """What is no string and no constant: if it is text, it is in quotes, and no name of a map."""
    return JsonText(json.dumps(value)) if type(value) is str else value


def float_text(number, is_f32=False):
    """The shortest decimal of two digits at least that is read as the number, as Java writes it."""
    if not math.isfinite(number):
        return quoted({"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[str(number)])
    last = math.copysign(FURTHER_UP.get(abs(number), abs(number)), number) if is_f32 else number
    texts = [f"{number:.{digits}e}" for digits in range(1, 8 if is_f32 else 2)]
    texts.append(f"{last:.8e}" if is_f32 else repr(number))
    value = decimal.Decimal(next(it for it in texts if number == (
        ctypes.c_float(float(it)).value if is_f32 else float(it))))
    form = "f" if number == 0 or 1e-3 <= abs(number) < 1e7 else "E"
    mantissa, _, exponent = f"{value.normalize():{form}}".partition("E")
    return JsonText(mantissa + ".0" * ("." not in mantissa) + (exponent and f"E{int(exponent)}"))


def date_text(days):
    """Days since 1970-01-01; the calendar repeats itself every 400 years, here from 2000 on."""
    cycles, day = divmod(days - 10_957, 146_097)
    date = datetime.date.fromordinal(datetime.date(2000, 1, 1).toordinal() + day)
    year = date.year + 400 * cycles
    return f"{'+' if year > 9999 else ''}{year:0{5 if year < 0 else 4}}-{date:%m-%d}"


def time_text(nanoseconds, always_seconds=False):
    """Nanoseconds since midnight, or of an offset."""
    seconds, fraction = divmod(nanoseconds, SECOND)
    text = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{fraction:09}"
    text = re.sub(r"\.?(000)*$", "", text)
    return text if always_seconds else text.removesuffix(":00")


def instant_text(nanoseconds):
    """Nanoseconds since 1970-01-01T00:00Z."""
    days, time = divmod(nanoseconds, 86_400 * SECOND)
    return f"{date_text(days)}T{time_text(time, always_seconds=True)}Z"


VALUE_TYPES = {  # in the order of their tags; text is not in quotes yet
    "bigdecimal": lambda it: it.big(scale=it.zigzag(5)), "biginteger": lambda it: it.big(scale=0),
    "uuid": lambda it: re.sub("(.{8})(.{4})(.{4})(.{4})", r"\1-\2-\3-\4-", it.take(16)[::-1].hex()),
    **dict.fromkeys(("uri", "path", "file", "locale", "currency", "charset"), Reader.text),
    "date": lambda it: instant_text(it.zigzag(9) * 1_000_000),
    "bitset": lambda it: [8 * place + bit for place, byte in enumerate(it.take(it.varint()))
                          for bit in range(8) if byte >> bit & 1],
    "optionalint": lambda it: it.zigzag(5) if it.byte(1) else JsonText("null"),
    "optionallong": lambda it: it.zigzag(9) if it.byte(1) else JsonText("null"),
    "optionaldouble": lambda it: it.elements("f64", 1)[0] if it.byte(1) else JsonText("null"),
    "instant": lambda it: instant_text(it.in_range(it.seconds(), *INSTANTS, "an instant")),
    "duration": Reader.duration,
    "period": lambda it: "P" + ("".join(f"{number}{unit}" for unit in "YMD"
                                        if (number := it.zigzag(5))) or "0D"),
    "localdate": lambda it: date_text(it.in_range(it.zigzag(9), *DAYS, "a day")),
    "localtime": Reader.time, "localdatetime": Reader.date_time,
    "offsettime": lambda it: it.time() + it.offset(),
    "offsetdatetime": lambda it: it.date_time() + it.offset(),
    "zoneddatetime": Reader.zoned, "year": lambda it: str(it.year()),
    "yearmonth": lambda it: (f"{(year := it.year()):0{4 + (year < 0)}}-"
                             f"{it.in_range(it.zigzag(5), 1, 12, 'a month'):02}"),
    "monthday": lambda it: f"--{datetime.date(2000, it.zigzag(5), it.zigzag(5)):%m-%d}",
    "zoneid": Reader.text, "zoneoffset": Reader.offset,
    "random": lambda it: f"seed {it.in_range(it.zigzag(9), 0, 2**48 - 1, 'a seed')}" + (
        f", gaussian {it.take(8)[::-1].hex()}" if it.byte(1) else "")}
TYPES_WITHIN = dict.fromkeys(("string", *PRIMITIVES, *VALUE_TYPES), 0) | {"any": None}
TYPES_WITHIN |= dict.fromkeys((
    "array list set collection hashset linkedhashset treeset enumset optional").split(), 1)
TYPES_WITHIN |= dict.fromkeys("map hashmap linkedhashmap treemap enummap entry".split(), 2)


def write_json(value, write):
    """Writes what was read as JSON on one line."""
    is_object = isinstance(value, dict)
    if not is_object and not isinstance(value, list):
        return write(value if isinstance(value, JsonText) else json.dumps(value))
    write("{" if is_object else "[")
    for place, member in enumerate(value):
        write((", " if place else "") + (f"{json.dumps(member)}: " if is_object else ""))
        write_json(value[member] if is_object else member, write)
    return write("}" if is_object else "]")


def decode(artifact, text):
    """The value of an artifact (section Header), with the bytes of its schema."""
    check(artifact[:2] == b"\xca\x1b" and len(artifact) >= 36, "there is no header with ca 1b")
    check(artifact[2] < 2 and artifact[3] in (1, 2),
          f"the version {artifact[2]} or codec id {artifact[3]} is unknown, {LATER}")
    check(artifact[4:36] == hashlib.sha256(text).digest(), "the header has another SHA-256")
    schema = Schema(text)
    reader = Reader(artifact, 36, schema.definitions)
    value = reader.whole(schema.root)
    check(reader.position == len(artifact), f"bytes follow the value, from {reader.position} on")
    return value


def main(paths):
    """Prints the JSON of each artifact; the exit status."""
    if not paths or len(paths) % 2 or paths[0].startswith("-"):
        print("usage: decode.py ARTIFACT SCHEMA [ARTIFACT SCHEMA ...]", file=sys.stderr)
        return 2
    sys.setrecursionlimit(100_000 if sys.version_info >= (3, 11) else 1000)
    for artifact, schema in zip(paths[::2], paths[1::2]):
        try:
            with open(artifact, "rb") as file, open(schema, "rb") as text:
                write_json(decode(file.read(), text.read()), sys.stdout.write)
            print(flush=True)
        except (ValueError, RecursionError, MemoryError, OSError) as problem:
            print(f"{artifact} with {schema}: {str(problem) or 'no memory'}.", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
