package ecobot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. Everything that it is made of is found by component scan, one package per room. */
@SpringBootApplication
public class EcoBot {

    public static void main(String[] args) {
        SpringApplication.run(EcoBot.class, args);
    }
}
