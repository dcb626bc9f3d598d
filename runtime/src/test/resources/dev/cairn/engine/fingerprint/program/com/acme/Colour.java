package com.acme;

enum Colour {
    RED("r"),
    BLUE("b") {
        @Override
        String shortName() {
            return "bl";
        }
    },
    GREEN("g");

    private final String letter;

    Colour(String letter) {
        this.letter = letter;
    }

    String shortName() {
        return letter;
    }
}
