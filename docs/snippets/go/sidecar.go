// WEBHOOK_AUTHORIZATION='Bearer …' go run receiver.go
package main

import (
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
)

var authorization = os.Getenv("WEBHOOK_AUTHORIZATION") // the value you chose for the webhook

func isGenuine(_ []byte, headers http.Header) bool {
	given := []byte(headers.Get("Authorization"))
	return subtle.ConstantTimeCompare(given, []byte(authorization)) == 1
}

func receive(response http.ResponseWriter, request *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(response, request.Body, 1<<20))
	if err != nil || !isGenuine(body, request.Header) {
		http.Error(response, "Invalid authorization", http.StatusUnauthorized)
		return
	}
	var event struct {
		Type string `json:"webhookType"`
	}
	if json.Unmarshal(body, &event) == nil {
		// At least once: remember this id, and skip what you have seen.
		fmt.Println(request.Header.Get("X-Webhook-Event-Id"), event.Type)
	}
}

func main() {
	if authorization == "" {
		log.Fatal("Set WEBHOOK_AUTHORIZATION.")
	}
	port := os.Getenv("PORT")
	if port == "" {
		port = "4000"
	}
	http.HandleFunc("/", receive)
	log.Fatal(http.ListenAndServe(":"+port, nil))
}
