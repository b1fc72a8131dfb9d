/** Large cities that have no time zone of their own, under the zone whose clock they keep. */

const byZone: Readonly<Record<string, string>> = {
  "Africa/Cairo": "Alexandria Giza",
  "Africa/Casablanca": "Marrakesh Rabat",
  "Africa/Johannesburg": "Cape_Town Durban Pretoria",
  "Africa/Lagos": "Abuja Ibadan",
  "America/Bogota": "Cali Medellin",
  "America/Chicago": "Austin Dallas Houston Memphis Milwaukee Minneapolis Nashville New_Orleans San_Antonio St_Louis",
  "America/Denver": "Albuquerque Salt_Lake_City",
  "America/Edmonton": "Calgary",
  "America/Los_Angeles": "Las_Vegas Oakland Sacramento San_Diego San_Francisco San_Jose Seattle",
  "America/Mexico_City": "Guadalajara Puebla",
  "America/New_York":
    "Atlanta Baltimore Boston Charlotte Cincinnati Cleveland Columbus Miami NYC Orlando Philadelphia Pittsburgh Washington",
  "America/Sao_Paulo": "Brasilia Curitiba Rio Rio_de_Janeiro",
  "America/Toronto": "Ottawa Quebec",
  "Asia/Dubai": "Abu_Dhabi",
  "Asia/Ho_Chi_Minh": "Hanoi",
  "Asia/Karachi": "Islamabad Lahore",
  "Asia/Kolkata": "Bangalore Bengaluru Bombay Chennai Delhi Hyderabad Madras Mumbai New_Delhi Pune",
  "Asia/Riyadh": "Jeddah Mecca",
  "Asia/Seoul": "Busan",
  "Asia/Shanghai": "Beijing Chengdu Guangzhou Hangzhou Nanjing Peking Shenzhen Wuhan",
  "Asia/Tokyo": "Fukuoka Kyoto Nagoya Osaka Sapporo Yokohama",
  "Europe/Amsterdam": "Rotterdam The_Hague Utrecht",
  "Europe/Berlin":
    "Bonn Bremen Cologne Dortmund Dresden Dusseldorf Frankfurt Hamburg Hannover Leipzig Munich Nuremberg Stuttgart",
  "Europe/Brussels": "Antwerp Ghent",
  "Europe/Istanbul": "Ankara Izmir",
  "Europe/Kyiv": "Kharkiv Lviv Odesa",
  "Europe/Lisbon": "Porto",
  "Europe/London": "Bristol Cardiff Edinburgh Glasgow Leeds Liverpool Manchester",
  "Europe/Madrid": "Barcelona Bilbao Malaga Seville Valencia",
  "Europe/Moscow": "Saint_Petersburg St_Petersburg",
  "Europe/Paris": "Bordeaux Lille Lyon Marseille Nice Strasbourg Toulouse",
  "Europe/Prague": "Brno",
  "Europe/Rome": "Bologna Florence Genoa Milan Naples Palermo Turin Venice",
  "Europe/Stockholm": "Gothenburg Malmo",
  "Europe/Vienna": "Graz Innsbruck Linz Salzburg",
  "Europe/Warsaw": "Gdansk Krakow Lodz Poznan Wroclaw",
  "Europe/Zurich": "Basel Bern Geneva Lausanne",
};

/** By the name of the city in lower case. */
export const zoneOfCity: ReadonlyMap<string, string> = new Map(
  Object.entries(byZone).flatMap(([zone, cities]) => cities.split(" ").map((city) => [city.toLowerCase(), zone])),
);
