package com.acme;

final class Helper {
    private Helper() {}

    static int parse(String text) {
        return Integer.parseInt(text);
    }

    static int more(int number) {
        return number + 10;
    }

    static boolean isEven(int number) {
        return number == 0 || isOdd(number - 1);
    }

    static boolean isOdd(int number) {
        return number != 0 && isEven(number - 1);
    }

    static long factorial(int number) {
        return number < 2 ? 1 : number * factorial(number - 1);
    }

    static String risky(int number) {
        if (number > 100) {
            throw new IllegalStateException("too much: " + number);
        }
        return "fine";
    }
}
