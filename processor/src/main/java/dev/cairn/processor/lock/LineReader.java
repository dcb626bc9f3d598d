package dev.cairn.processor.lock;

import dev.cairn.processor.lock.LockedType.ArrayOf;
import dev.cairn.processor.model.StoredDefinition.Fallback;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the parts of one line of the lock file, from left to right. Not for several threads. */
final class LineReader {
    private final String text;
    private final int line;
    private int position;

    LineReader(String text, int line) {
        this.text = text;
        this.line = line;
    }

    /** Goes past a text, if it comes next. */
    boolean take(String token) {
        boolean isNext = text.startsWith(token, position);
        position += isNext ? token.length() : 0;
        return isNext;
    }

    /** Whatever is before the next blank, which is gone past. */
    String word() throws LockFormatException {
        int end = text.indexOf(' ', position);
        if (end < 0) {
            throw malformed();
        }
        String word = text.substring(position, end);
        position = end + 1;
        return word;
    }

    /** A name: up to the next blank, comma or bracket, with type arguments if it has any. */
    String name() throws LockFormatException {
        int start = position;
        int depth = 0;
        while (position < text.length() && (depth > 0 || " ,>[]()".indexOf(text.charAt(position)) < 0)) {
            depth += text.charAt(position) == '<' ? 1 : text.charAt(position) == '>' ? -1 : 0;
            position++;
        }
        if (position == start || depth > 0) {
            throw malformed();
        }
        return text.substring(start, position);
    }

    LockedType type() throws LockFormatException {
        if (take("@Codec(")) {
            String codec = name();
            require(") ");
            return new LockedType.Custom(codec, nameOfAny());
        } else if (take("@Opaque(")) {
            List<String> allowed = new ArrayList<>();
            while (!take(")")) {
                if (!allowed.isEmpty()) {
                    require(", ");
                }
                allowed.add(name());
            }
            require(" ");
            return new LockedType.Opaque(allowed, nameOfAny());
        }
        LockedType type = component();
        while (take("[]")) {
            type = type instanceof LockedType.Value value && TypeNames.isPrimitive(value.name())
                    ? new LockedType.Value(value.name() + "[]")
                    : new ArrayOf(type);
        }
        return type;
    }

    private LockedType component() throws LockFormatException {
        if (take("'")) {
            return new LockedType.Named(name().replaceFirst("'$", ""));
        }
        int start = position;
        String name = name();
        String raw = TypeNames.raw(name);
        Optional<ContainerKind> kind = ContainerKind.of(raw);
        if (kind.isPresent()) {
            position = start + raw.length();
            return container(raw, kind.get());
        } else if (name.equals(TypeNames.OBJECT)) {
            return new LockedType.AnyObject();
        }
        return TypeNames.isValue(name) ? new LockedType.Value(name) : new LockedType.Named(name);
    }

    private LockedType container(String name, ContainerKind kind) throws LockFormatException {
        require("<");
        List<LockedType> arguments = new ArrayList<>();
        do {
            arguments.add(type());
        } while (take(", "));
        require(">");
        if (arguments.size() != kind.arguments()) {
            throw malformed();
        }
        return new LockedType.Container(name, arguments);
    }

    /** The name of a type that an annotation stores, which may be an array. */
    private String nameOfAny() throws LockFormatException {
        StringBuilder name = new StringBuilder(name());
        while (take("[]")) {
            name.append("[]");
        }
        return name.toString();
    }

    List<String> formerNames() throws LockFormatException {
        List<String> names = new ArrayList<>();
        if (take(" @FormerNames(")) {
            do {
                names.add(quoted());
            } while (take(", "));
            require(")");
        }
        return names;
    }

    Optional<Fallback> fallback() throws LockFormatException {
        if (!take(" @Default")) {
            return Optional.empty();
        } else if (!take("(")) {
            return Optional.of(new Fallback(Optional.empty()));
        }
        String value = quoted();
        require(")");
        return Optional.of(new Fallback(Optional.of(value)));
    }

    private String quoted() throws LockFormatException {
        require("\"");
        StringBuilder value = new StringBuilder();
        while (!take("\"")) {
            if (take("\\u")) {
                value.append(escaped());
            } else {
                take("\\");
                if (position >= text.length()) {
                    throw malformed();
                }
                value.append(text.charAt(position++));
            }
        }
        return value.toString();
    }

    private char escaped() throws LockFormatException {
        if (position + 4 > text.length()
                || !text.substring(position, position + 4).matches("[0-9a-f]{4}")) {
            throw malformed();
        }
        position += 4;
        return (char) Integer.parseInt(text.substring(position - 4, position), 16);
    }

    void requireEnd() throws LockFormatException {
        if (position < text.length()) {
            throw malformed();
        }
    }

    private void require(String token) throws LockFormatException {
        if (!take(token)) {
            throw malformed();
        }
    }

    private LockFormatException malformed() {
        return LockFormatException.at(line, "Cairn does not write `" + text + "`");
    }
}
