package dev.cairn.codec;

import dev.cairn.codec.VariedType.Recipe;
import dev.cairn.codec.internal.Sha256;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Makes values of random types in this virtual machine, each a few times in different ways, and prints their addresses. */
final class OneAddressMain {
    private static final int TIMES = 3;

    private OneAddressMain() {}

    /** Arguments: the seed of the types and values, how many, and the seed of the order in which they are made. */
    public static void main(String[] arguments) {
        addresses(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]))
                .forEach(System.out::println);
    }

    /** One line for each, in the order of their numbers: the schema, and the address or addresses. */
    static List<String> addresses(long seed, int count, long order) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(i);
        }
        Random shuffle = new Random(order);
        Collections.shuffle(numbers, shuffle);
        String[] lines = new String[count];
        for (int number : numbers) {
            VariedType<?> type = new VariedTypes(new Random(seed + number)).next(number % 5);
            lines[number] = line(number, type, new Random(~seed - number), shuffle);
        }
        return List.of(lines);
    }

    private static <T> String line(int number, VariedType<T> type, Random content, Random order) {
        Recipe<T> recipe = type.recipe(content);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            String address = HexFormat.of().formatHex(Sha256.of(type.encoded(recipe, order)));
            if (!found.contains(address)) {
                found.add(address);
            }
        }
        return number + " " + type.codec().type() + " " + String.join(" or ", found);
    }
}
