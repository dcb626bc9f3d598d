package dev.cairn.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.cairn.datastore.Address;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that somebody else wrote. Each field is taken once; {@link #end} refuses those that nobody took. All methods throw a
 * {@link BadExportException} for what they do not expect. Not thread-safe.
 */
final class JsonObject {
    private static final int DEEPEST = 4;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Lines.LONGEST)
                    .build())
            .build();

    private final Map<String, Object> fields;

    private JsonObject(Map<String, Object> fields) {
        this.fields = fields;
    }

    /** The object that is all of {@code text}. */
    static JsonObject parse(byte[] text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw new BadExportException("it is not a JSON object");
            }
            JsonObject object = object(parser);
            if (parser.nextToken() != null) {
                throw new BadExportException("something follows the JSON object");
            }
            return object;
        } catch (JsonProcessingException e) {
            throw new BadExportException("it is not valid JSON");
        } catch (IOException e) {
            throw new BadExportException("it is not valid JSON: " + e.getMessage());
        }
    }

    private static JsonObject object(JsonParser parser) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (fields.put(name, value(parser, parser.nextToken())) != null) {
                throw new BadExportException("it has `" + name + "` twice");
            }
        }
        return new JsonObject(fields);
    }

    private static Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> wellFormed(parser.getText());
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new BadExportException("it has a value of a kind that no field has");
        };
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(parser, token));
        }
        return elements;
    }

    /** Half of a pair of surrogates has no bytes in UTF-8: it would be stored as another text. */
    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                boolean isPair = Character.isHighSurrogate(unit)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!isPair) {
                    throw new BadExportException("it has a text that is not valid Unicode");
                }
                i++;
            }
        }
        return text;
    }

    /** Takes a field that has to be there. */
    private <T> T take(String name, Class<T> type) {
        T value = find(name, type);
        if (value == null) {
            throw new BadExportException("`" + name + "` is missing");
        }
        return value;
    }

    private <T> @Nullable T find(String name, Class<T> type) {
        Object value = fields.remove(name);
        if (value != null && !type.isInstance(value)) {
            throw new BadExportException("`" + name + "` is of the wrong kind");
        }
        return type.cast(value);
    }

    String text(String name) {
        return take(name, String.class);
    }

    @Nullable
    String findText(String name) {
        return find(name, String.class);
    }

    boolean flag(String name) {
        return take(name, Boolean.class);
    }

    /** A number that is not negative. */
    long number(String name) {
        long number = take(name, Long.class);
        if (number < 0) {
            throw new BadExportException("`" + name + "` is negative");
        }
        return number;
    }

    int smallNumber(String name) {
        long number = number(name);
        if (number > Integer.MAX_VALUE) {
            throw new BadExportException("`" + name + "` is too large");
        }
        return (int) number;
    }

    Instant time(String name) {
        return parsed(name, text(name), Instant::parse);
    }

    @Nullable
    Instant findTime(String name) {
        String text = findText(name);
        return text == null ? null : parsed(name, text, Instant::parse);
    }

    Address address(String name) {
        return parsed(name, text(name), Address::parse);
    }

    byte @Nullable [] findBytes(String name) {
        String text = findText(name);
        return text == null ? null : parsed(name, text, Base64.getDecoder()::decode);
    }

    /** Takes a text that {@code parse} understands: it throws an {@link IllegalArgumentException} if it does not. */
    <T> T parsed(String name, Function<String, T> parse) {
        return parsed(name, text(name), parse);
    }

    private static <T> T parsed(String name, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadExportException("`" + name + "` is wrong");
        }
    }

    @Nullable
    JsonObject findObject(String name) {
        return find(name, JsonObject.class);
    }

    List<JsonObject> objects(String name) {
        return elements(name, JsonObject.class, object -> object);
    }

    /** The same; empty if the field is missing. */
    List<JsonObject> findObjects(String name) {
        return fields.containsKey(name) ? objects(name) : List.of();
    }

    <T> List<T> texts(String name, Function<String, T> parse) {
        return elements(name, String.class, text -> parsed(name, text, parse));
    }

    private <E, T> List<T> elements(String name, Class<E> type, Function<E, T> read) {
        List<T> elements = new ArrayList<>();
        for (Object element : take(name, List.class)) {
            if (!type.isInstance(element)) {
                throw new BadExportException("`" + name + "` has an element of the wrong kind");
            }
            elements.add(read.apply(type.cast(element)));
        }
        return elements;
    }

    /** Refuses fields that were not taken. */
    void end() {
        for (String name : fields.keySet()) {
            throw new BadExportException("`" + name + "` is not known to this version of Cairn");
        }
    }
}
