package com.acme;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Each step uses another construct of the language. */
@Flow
class Journey {
    enum Weather {
        SUN,
        RAIN,
        SNOW
    }

    @Parameter
    int rate = 3;

    long total = Limits.start() + 1;
    List<String> names = new ArrayList<>(List.of("a"));
    final int limit = Limits.most();
    transient Random random = new Random(7);
    static int counter = Counters.first();

    String result;
    Shape shape;
    Colour colour;
    Weather weather;
    Leg leg;
    List<Part> parts;

    @Step(next = "lambdas")
    void start() {
        result = "start";
    }

    @Step(next = "captures")
    void lambdas() {
        List<String> sorted = new ArrayList<>(List.of("b", "a"));
        sorted.sort(new Comparator<String>() {
            @Override
            public int compare(String one, String other) {
                return other.compareTo(one);
            }
        });
        result = sorted.stream().map(each -> each + "!").toList().get(0);
    }

    @Step(next = "references")
    void captures() {
        int offset = rate + 1;
        Supplier<Integer> later = () -> {
            Supplier<Integer> inner = () -> offset * 2;
            return inner.get();
        };
        Runnable task = new Runnable() {
            @Override
            public void run() {
                result = "offset " + offset;
            }
        };
        task.run();
        result += later.get();
    }

    @Step(next = "helpers")
    void references() {
        Function<String, Integer> parse = Helper::parse;
        Function<Shape, String> show = Shape::toString;
        IntFunction<int[]> array = int[]::new;
        Function<Integer, long[]> boxed = long[]::new;
        Supplier<Counters> make = Counters::new;
        result = "" + parse.apply("1") + show.apply(shape) + array.apply(2).length + boxed.apply(2).length + make.get().next();
    }

    @Step(next = "recursion")
    void helpers() {
        result = Integer.toString(twice(rate) + Helper.more(rate));
    }

    @Step(next = "constants")
    void recursion() {
        result = Helper.isEven(rate) + " " + Helper.factorial(rate);
    }

    @Step(next = "texts")
    void constants() {
        total = Limits.MAX + rate;
    }

    @Step(next = "colours")
    void texts() {
        result = "rate " + rate + " of " + total;
        result += """
                A text
                  of lines
                """;
    }

    @Step(next = "red")
    void colours() {
        switch (colour) {
            case RED -> result = "warm";
            case BLUE -> result = "cold";
            default -> result = "other";
        }
    }

    @Step(next = "weathers")
    void red() {
        result = Colour.RED.shortName();
    }

    @Step(next = "strings")
    void weathers() {
        result = switch (weather) {
            case SUN -> "out";
            case RAIN -> "in";
            case SNOW -> "skis";
        };
    }

    @Step(next = "patterns")
    void strings() {
        switch (result) {
            case "out":
                total = 1;
                break;
            case "in":
                total = 2;
                break;
            default:
                total = 3;
        }
    }

    @Step(next = "shapes")
    void patterns() {
        Object value = result;
        if (value instanceof String text && text.length() > 2) {
            result = text;
        }
    }

    @Step(next = "sorting")
    void shapes() {
        total = (long) shape.area();
        result = shape.describe();
    }

    @Step(next = "records")
    void sorting() {
        List<Box> boxes = new ArrayList<>(List.of(new Box(2), new Box(1)));
        java.util.Collections.sort(boxes);
        total = boxes.size();
    }

    @Step(next = "legs")
    void records() {
        Leg made = new Leg("home", 3);
        result = made.from();
    }

    @Step(next = "parts")
    void legs() {
        total = leg.length();
    }

    @Step(next = "statics")
    void parts() {
        result = parts.toString();
    }

    @Step(next = "flowStatics")
    void statics() {
        result = Registry.NAMES.get(0);
    }

    @Step(next = "fields")
    void flowStatics() {
        total = counter;
    }

    @Step(next = "initialised")
    void fields() {
        total = total + names.size();
    }

    @Step(next = "failures")
    void initialised() {
        result = limit + " " + random.nextInt();
    }

    @Step(next = "end")
    void failures() {
        try {
            result = Helper.risky(rate);
        } catch (IllegalStateException | IllegalArgumentException e) {
            result = "failed";
        } finally {
            total++;
        }
    }

    @Step
    void end() {
        class Sum {
            int of(int number) {
                return number + 1;
            }
        }
        total = new Sum().of(rate);
    }

    private int twice(int number) {
        return number * 2;
    }

    private int unused(int number) {
        return number * 3;
    }

    void untouched(List<String> list) {
        list.forEach(each -> System.out.println(each));
        new Thread() {
            @Override
            public void run() {
                System.out.println("in another class without a name");
            }
        }.start();
    }
}
