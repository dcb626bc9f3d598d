package com.acme;

class Part {
    int number;

    @Override
    public String toString() {
        return "part " + number;
    }

    int next() {
        return number + 1;
    }
}
